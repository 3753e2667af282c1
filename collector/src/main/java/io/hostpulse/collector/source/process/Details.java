package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Value;
import java.util.Optional;

/**
 * What is known only by a closer look.
 *
 * @param user the account with whose rights it acts
 * @param command its command line without secrets; nothing when command lines are not wanted
 * @param openFiles how many files, sockets and the like it has open
 * @param io what it has moved
 */
record Details(Value user, Optional<Value> command, Value openFiles, IoCounters io) {}
