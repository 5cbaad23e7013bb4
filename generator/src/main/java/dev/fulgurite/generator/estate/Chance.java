package dev.fulgurite.generator.estate;

import java.util.List;

/// Numbers that look drawn by chance and follow from a seed: SplitMix64, written out here so that
/// they are the same on every Java.
public final class Chance {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /// One of many independent rows of numbers of a seed.
    public static Chance of(long seed, String purpose) {
        return of(seed, purpose, 0);
    }

    public static Chance of(long seed, String purpose, long number) {
        return new Chance(mix(mix(seed) ^ mix(purpose.hashCode()) + mix(number)));
    }

    public long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /// From 0 to below `bound`.
    public int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /// From `from` to below `to`.
    public int between(int from, int to) {
        return from + below(to - from);
    }

    public boolean percent(double percent) {
        return (next() >>> 11) * 0x1.0p-53 * 100 < percent;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public String hex(int digits) {
        char[] hex = new char[digits];
        long bits = 0;
        for (int i = 0; i < digits; i++) {
            bits = i % 16 == 0 ? next() : bits >>> 4;
            hex[i] = HEX[(int) bits & 0xF];
        }
        return new String(hex);
    }

    public String guid() {
        String hex = hex(32);
        return hex.substring(0, 8)
                + '-'
                + hex.substring(8, 12)
                + "-4"
                + hex.substring(13, 16)
                + "-a"
                + hex.substring(17, 20)
                + '-'
                + hex.substring(20);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
