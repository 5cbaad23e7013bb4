package dev.fulgurite.investigation.picture;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The colours of a picture, as `0xAARRGGBB`. In both themes every ink has a contrast of at least
/// 4.5 : 1 on what it is written on.
///
/// @param canvas the ground
/// @param hostGround the ground under the columns that are on hosts
/// @param card the face of a card
/// @param border of a card
/// @param rule dividing lines
/// @param ink main text
/// @param muted second text, verbs of edges
/// @param edge lines between cards
/// @param quietEdge lines that only say where something is
/// @param accent selection
/// @param glow around what is selected
public record Theme(
        int canvas,
        int hostGround,
        int card,
        int border,
        int rule,
        int ink,
        int muted,
        int edge,
        int quietEdge,
        int accent,
        int glow,
        Map<Family, Tone> tones) {

    /// One family's hue: `ink` for icon, words and rim, `tint` for what they stand on.
    public record Tone(int ink, int tint) {}

    public static final Theme LIGHT =
            new Theme(
                    0xFFF7F8FA,
                    0xFFF0F2F5,
                    0xFFFFFFFF,
                    0xFFD5DAE1,
                    0xFFDDE1E7,
                    0xFF1B2430,
                    0xFF586474,
                    0xFF8793A3,
                    0xFFC3CAD3,
                    0xFF0A5FD0,
                    0x330A5FD0,
                    tones(
                            new Tone(0xFF0A58A6, 0xFFE2EDF9),
                            new Tone(0xFF0B6A8A, 0xFFDDF1F8),
                            new Tone(0xFF7A3C9E, 0xFFF1E7F7),
                            new Tone(0xFF3F4F66, 0xFFE4E9F0),
                            new Tone(0xFF875100, 0xFFFBEED3),
                            new Tone(0xFF0A6A4A, 0xFFDBF2E8),
                            new Tone(0xFF50565E, 0xFFE9EBEE),
                            new Tone(0xFF5B5F66, 0xFFEDEEF0)));

    public static final Theme DARK =
            new Theme(
                    0xFF10151C,
                    0xFF141A23,
                    0xFF1B222D,
                    0xFF333D4B,
                    0xFF252E3A,
                    0xFFE8ECF2,
                    0xFF9BA8B9,
                    0xFF6D7A8C,
                    0xFF3B4655,
                    0xFF6AA9FF,
                    0x446AA9FF,
                    tones(
                            new Tone(0xFF86BDF7, 0xFF16304A),
                            new Tone(0xFF73CDEB, 0xFF123542),
                            new Tone(0xFFD3A4EE, 0xFF352546),
                            new Tone(0xFFB4C3D8, 0xFF2A3442),
                            new Tone(0xFFF0BE5C, 0xFF3D2F12),
                            new Tone(0xFF6FD8AE, 0xFF12372A),
                            new Tone(0xFFBFC6D0, 0xFF2C323B),
                            new Tone(0xFFB3BAC4, 0xFF292E36)));

    public Theme {
        tones = Map.copyOf(tones);
    }

    /// A colour that lets what is under it through.
    static int faint(int argb, double share) {
        return ((int) Math.round((argb >>> 24) * share) << 24) | (argb & 0xFFFFFF);
    }

    public Tone tone(Family family) {
        Tone tone = tones.get(family);
        if (tone == null) {
            throw new IllegalArgumentException("a theme has a tone for each family: " + family);
        }
        return tone;
    }

    private static Map<Family, Tone> tones(Tone... inOrder) {
        Map<Family, Tone> tones = new EnumMap<>(Family.class);
        Iterator<Tone> next = List.of(inOrder).iterator();
        for (Family family : Family.values()) {
            tones.put(family, next.next());
        }
        return tones;
    }
}
