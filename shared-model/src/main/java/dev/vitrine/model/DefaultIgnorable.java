package dev.vitrine.model;

import java.util.Arrays;

/// Unicode's property Default_Ignorable_Code_Point, which the JDK does not tell: what is shown as nothing.
///
/// The ranges are those of DerivedCoreProperties.txt of Unicode 16; a test holds them against ICU. Code
/// points that are not assigned yet are among them, so that the next version changes little.
final class DefaultIgnorable {
    /// Where a range begins and, behind it, where it has ended.
    private static final int[] BOUNDS = {
        0x00AD, 0x00AE, 0x034F, 0x0350, 0x061C, 0x061D, 0x115F, 0x1161, 0x17B4, 0x17B6, 0x180B, 0x1810, 0x200B, 0x2010,
        0x202A, 0x202F, 0x2060, 0x2070, 0x3164, 0x3165, 0xFE00, 0xFE10, 0xFEFF, 0xFF00, 0xFFA0, 0xFFA1, 0xFFF0, 0xFFF9,
        0x1BCA0, 0x1BCA4, 0x1D173, 0x1D17B, 0xE0000, 0xE1000
    };

    private DefaultIgnorable() {}

    static boolean is(int codePoint) {
        int found = Arrays.binarySearch(BOUNDS, codePoint);
        int place = found >= 0 ? found : -found - 2;
        return place >= 0 && place % 2 == 0;
    }
}
