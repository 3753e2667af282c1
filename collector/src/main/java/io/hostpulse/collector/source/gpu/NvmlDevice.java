package io.hostpulse.collector.source.gpu;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.hostpulse.common.model.Value;
import java.util.function.LongFunction;

/**
 * Questions to one card, or to one MIG instance. What it cannot answer is a missing value with the driver's words; an
 * exception means that asking on is useless.
 *
 * @param library the initialised library
 * @param handle valid until the library is shut down
 */
record NvmlDevice(NvmlLibrary library, Pointer handle) {

    private static final int TEXT_BYTES = 96;

    /** Asks for an unsigned int; the selectors stand between the handle and the answer. */
    Value unsigned(LongFunction<Value> unit, String function, Integer... selectors) throws NvmlException {
        Memory answer = library.scratch();
        int code = ask(function, answer, selectors);
        return code == NvmlLibrary.SUCCESS ? unit.apply(Integer.toUnsignedLong(answer.getInt(0))) : missing(code);
    }

    /** Asks for an unsigned long long. */
    Value counter(LongFunction<Value> unit, String function, Integer... selectors) throws NvmlException {
        Memory answer = library.scratch();
        int code = ask(function, answer, selectors);
        return code == NvmlLibrary.SUCCESS ? unit.apply(answer.getLong(0)) : missing(code);
    }

    Value text(String function) throws NvmlException {
        Memory answer = library.scratch();
        int code = library.call(function, handle, answer, TEXT_BYTES);
        return code == NvmlLibrary.SUCCESS ? new Value.Text(answer.getString(0)) : missing(code);
    }

    /** Asks one question whose answer is a structure. */
    int ask(String function, Pointer answer, Integer... selectors) {
        Object[] arguments = new Object[selectors.length + 2];
        arguments[0] = handle;
        System.arraycopy(selectors, 0, arguments, 1, selectors.length);
        arguments[arguments.length - 1] = answer;
        return library.call(function, arguments);
    }

    Value.Missing missing(int code) throws NvmlException {
        String words = library.words(code);
        if (NvmlException.isFatal(code)) {
            throw new NvmlException(code, words);
        }
        return new Value.Missing(words);
    }
}
