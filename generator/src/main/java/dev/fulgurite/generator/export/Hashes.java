package dev.fulgurite.generator.export;

import dev.fulgurite.generator.estate.Chance;

/// Hashes of files that do not exist: equal for equal names of content.
final class Hashes {

    private Hashes() {}

    static String hex(String algorithm, String content, int digits) {
        long seed = 1_125_899_906_842_597L;
        for (int i = 0; i < content.length(); i++) {
            seed = 31 * seed + content.charAt(i);
        }
        return Chance.of(seed, algorithm).hex(digits);
    }
}
