package io.hostpulse.collector.source.process.mask;

import java.util.Optional;

/** Goes through the words of one command line in their order and hides those that an option says are secrets. */
final class CommandWords {

    private enum Next {
        SHOWN,
        HIDDEN,
        ACCOUNT
    }

    private Next next = Next.SHOWN;
    private Optional<ProgramOptions> program = Optional.empty();
    private boolean first = true;

    String mask(String word) {
        Next mine = next;
        next = Next.SHOWN;
        if (mine == Next.HIDDEN && !isLongOption(word)) {
            return SecretMask.HIDDEN;
        }
        if (mine == Next.ACCOUNT) {
            return account(word);
        }
        return option(word);
    }

    /** After {@code --password} a program may ask for it instead: then the next word is an option of its own. */
    private static boolean isLongOption(String word) {
        return word.length() > 2 && word.startsWith("--") && Character.isLetter(word.charAt(2));
    }

    /** The program's own options come first: mysql's {@code -psecret} names no secret, it is one. */
    private String option(String word) {
        boolean isFirst = first;
        first = false;
        String shown = program.map(known -> programOption(known, word)).orElse(word);
        if (!shown.equals(word) || next != Next.SHOWN) {
            return shown;
        }
        if (SecretNames.isOption(word) || (!isFirst && SecretNames.isWord(word))) {
            next = Next.HIDDEN;
        } else {
            ProgramOptions.of(word).ifPresent(known -> program = Optional.of(known));
        }
        return word;
    }

    private String programOption(ProgramOptions known, String word) {
        if (known.separate().contains(word)) {
            next = Next.HIDDEN;
        } else if (known.accounts().contains(word)) {
            next = Next.ACCOUNT;
        } else {
            Optional<String> account = known.accountIn(word);
            if (account.isPresent()) {
                return account.get() + account(word.substring(account.get().length()));
            }
            return known.joinedIn(word)
                    .map(option -> option + SecretMask.HIDDEN)
                    .orElse(word);
        }
        return word;
    }

    /** curl has {@code name:secret}, smbclient {@code name%secret}. */
    private static String account(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == ':' || word.charAt(i) == '%') {
                return word.substring(0, i + 1) + SecretMask.HIDDEN;
            }
        }
        return word;
    }
}
