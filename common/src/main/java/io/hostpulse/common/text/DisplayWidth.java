package io.hostpulse.common.text;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many columns of a terminal a text takes: none for a mark that joins the letter before it, two for the letters of East Asia
 * and most pictures, one for everything else.
 */
public final class DisplayWidth {

    /**
     * First and last of the ranges that Unicode 15 calls wide or full-width (EastAsianWidth.txt: W and F), joined where only
     * unassigned ones lie between.
     */
    private static final NavigableMap<Integer, Integer> WIDE = new TreeMap<>(Map.ofEntries(
            Map.entry(0x1100, 0x115F),
            Map.entry(0x231A, 0x231B),
            Map.entry(0x2329, 0x232A),
            Map.entry(0x23E9, 0x23EC),
            Map.entry(0x23F0, 0x23F0),
            Map.entry(0x23F3, 0x23F3),
            Map.entry(0x25FD, 0x25FE),
            Map.entry(0x2614, 0x2615),
            Map.entry(0x2648, 0x2653),
            Map.entry(0x267F, 0x267F),
            Map.entry(0x2693, 0x2693),
            Map.entry(0x26A1, 0x26A1),
            Map.entry(0x26AA, 0x26AB),
            Map.entry(0x26BD, 0x26BE),
            Map.entry(0x26C4, 0x26C5),
            Map.entry(0x26CE, 0x26CE),
            Map.entry(0x26D4, 0x26D4),
            Map.entry(0x26EA, 0x26EA),
            Map.entry(0x26F2, 0x26F3),
            Map.entry(0x26F5, 0x26F5),
            Map.entry(0x26FA, 0x26FA),
            Map.entry(0x26FD, 0x26FD),
            Map.entry(0x2705, 0x2705),
            Map.entry(0x270A, 0x270B),
            Map.entry(0x2728, 0x2728),
            Map.entry(0x274C, 0x274C),
            Map.entry(0x274E, 0x274E),
            Map.entry(0x2753, 0x2755),
            Map.entry(0x2757, 0x2757),
            Map.entry(0x2795, 0x2797),
            Map.entry(0x27B0, 0x27B0),
            Map.entry(0x27BF, 0x27BF),
            Map.entry(0x2B1B, 0x2B1C),
            Map.entry(0x2B50, 0x2B50),
            Map.entry(0x2B55, 0x2B55),
            Map.entry(0x2E80, 0x303E),
            Map.entry(0x3041, 0x4DBF),
            Map.entry(0x4E00, 0xA4C6),
            Map.entry(0xA960, 0xA97C),
            Map.entry(0xAC00, 0xD7A3),
            Map.entry(0xF900, 0xFAFF),
            Map.entry(0xFE10, 0xFE19),
            Map.entry(0xFE30, 0xFE6B),
            Map.entry(0xFF01, 0xFF60),
            Map.entry(0xFFE0, 0xFFE6),
            Map.entry(0x16FE0, 0x18D08),
            Map.entry(0x1AFF0, 0x1B2FB),
            Map.entry(0x1F004, 0x1F004),
            Map.entry(0x1F0CF, 0x1F0CF),
            Map.entry(0x1F18E, 0x1F18E),
            Map.entry(0x1F191, 0x1F19A),
            Map.entry(0x1F200, 0x1F320),
            Map.entry(0x1F32D, 0x1F335),
            Map.entry(0x1F337, 0x1F37C),
            Map.entry(0x1F37E, 0x1F393),
            Map.entry(0x1F3A0, 0x1F3CA),
            Map.entry(0x1F3CF, 0x1F3D3),
            Map.entry(0x1F3E0, 0x1F3F0),
            Map.entry(0x1F3F4, 0x1F3F4),
            Map.entry(0x1F3F8, 0x1F43E),
            Map.entry(0x1F440, 0x1F440),
            Map.entry(0x1F442, 0x1F4FC),
            Map.entry(0x1F4FF, 0x1F53D),
            Map.entry(0x1F54B, 0x1F567),
            Map.entry(0x1F57A, 0x1F57A),
            Map.entry(0x1F595, 0x1F596),
            Map.entry(0x1F5A4, 0x1F5A4),
            Map.entry(0x1F5FB, 0x1F64F),
            Map.entry(0x1F680, 0x1F6C5),
            Map.entry(0x1F6CC, 0x1F6CC),
            Map.entry(0x1F6D0, 0x1F6D2),
            Map.entry(0x1F6D5, 0x1F6DF),
            Map.entry(0x1F6EB, 0x1F6EC),
            Map.entry(0x1F6F4, 0x1F6FC),
            Map.entry(0x1F7E0, 0x1F7F0),
            Map.entry(0x1F90C, 0x1F93A),
            Map.entry(0x1F93C, 0x1F945),
            Map.entry(0x1F947, 0x1F9FF),
            Map.entry(0x1FA70, 0x1FAF8),
            Map.entry(0x20000, 0x3FFFD)));

    private static final int FIRST_WIDE = 0x1100;

    private DisplayWidth() {}

    /**
     * Measures a text.
     *
     * @param text any text without characters that steer a terminal, see {@link Printable}
     * @return how many columns it takes
     */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    static int of(int point) {
        switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                return 0;
            }
            default -> {
                return isWide(point) ? 2 : 1;
            }
        }
    }

    private static boolean isWide(int point) {
        if (point < FIRST_WIDE) {
            return false;
        }
        Map.Entry<Integer, Integer> range = WIDE.floorEntry(point);
        return range != null && point <= range.getValue();
    }
}
