package dev.fulgurite.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as exports write them: ISO with up to nine digits of a second, with an offset or without
/// (then UTC), and the portal's `4/26/2021, 7:18:24.156 PM`. Kept to 100 ns, as the tables do.
final class LogTime {

    private static final int TICK = 100;
    private static final Pattern FIRST_TWO = Pattern.compile("(\\d{1,2})/(\\d{1,2})/");

    private final String text;
    private int at;

    private LogTime(String text) {
        this.text = text;
    }

    /// Null when the text is no time.
    static @Nullable Instant parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < 8) {
            return null;
        }
        try {
            LogTime time = new LogTime(trimmed);
            return trimmed.indexOf('/') > 0 ? time.american() : time.iso();
        } catch (DateTimeException | IndexOutOfBoundsException noTime) {
            return null;
        }
    }

    /// Whether a text would be a time with its first two numbers changed about.
    static boolean isDayFirst(String text) {
        Matcher dayAndMonth = FIRST_TWO.matcher(text.strip());
        return dayAndMonth.lookingAt() && parse(dayAndMonth.replaceFirst("$2/$1/")) != null;
    }

    /// Whether a time says what it is in UTC: it ends in `Z`, `UTC` or an offset.
    static boolean hasZone(String text) {
        String trimmed = text.strip();
        int end = trimmed.length();
        if (end < 20) {
            return false;
        }
        int sign = Math.max(trimmed.lastIndexOf('+'), trimmed.lastIndexOf('-'));
        return trimmed.charAt(end - 1) == 'Z' || trimmed.endsWith("UTC") || sign > 10;
    }

    /// `2021-11-22T10:00:00.0000000Z`: how a time stands in event ids.
    static String written(Instant at) {
        LocalDateTime utc =
                LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(28);
        digits(text, utc.getYear(), 4).append('-');
        digits(text, utc.getMonthValue(), 2).append('-');
        digits(text, utc.getDayOfMonth(), 2).append('T');
        digits(text, utc.getHour(), 2).append(':');
        digits(text, utc.getMinute(), 2).append(':');
        digits(text, utc.getSecond(), 2).append('.');
        return digits(text, utc.getNano() / TICK, 7).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int value, int width) {
        for (int power = (int) Math.pow(10, width - 1); power > 0; power /= 10) {
            text.append((char) ('0' + value / power % 10));
        }
        return text;
    }

    private Instant iso() {
        int year = number(4, 4);
        expect('-');
        int month = number(2, 2);
        expect('-');
        int day = number(2, 2);
        if (text.charAt(at) != ' ') {
            expect('T');
        } else {
            at++;
        }
        int hour = number(2, 2);
        expect(':');
        int minute = number(2, 2);
        int second = skip(':') ? number(2, 2) : 0;
        int nanos = fraction();
        return instant(LocalDateTime.of(year, month, day, hour, minute, second, nanos));
    }

    private Instant american() {
        int month = number(1, 2);
        expect('/');
        int day = number(1, 2);
        expect('/');
        int year = number(4, 4);
        skip(',');
        skipBlanks();
        int hour = number(1, 2);
        expect(':');
        int minute = number(2, 2);
        int second = skip(':') ? number(2, 2) : 0;
        int nanos = fraction();
        skipBlanks();
        return instant(LocalDateTime.of(year, month, day, halfDay(hour), minute, second, nanos));
    }

    /// The hour of the day, when `AM` or `PM` follows.
    private int halfDay(int hour) {
        boolean morning = text.regionMatches(true, at, "AM", 0, 2);
        boolean afternoon = text.regionMatches(true, at, "PM", 0, 2);
        if (!morning && !afternoon) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of a half day: " + hour);
        }
        at += 2;
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private Instant instant(LocalDateTime local) {
        skipBlanks();
        ZoneOffset offset = ZoneOffset.UTC;
        if (text.startsWith("UTC", at)) {
            at += 3;
        } else if (at < text.length() && !skip('Z') && !skip('z')) {
            offset = ZoneOffset.of(text.substring(at));
            at = text.length();
        }
        if (at != text.length()) {
            throw new DateTimeException("text behind a time: " + text);
        }
        return local.toInstant(offset);
    }

    private int fraction() {
        if (!skip('.')) {
            return 0;
        }
        int nanos = 0;
        int digits = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (digits < 7) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
            digits++;
            at++;
        }
        for (int i = digits; i < 7; i++) {
            nanos *= 10;
        }
        return nanos * TICK;
    }

    private int number(int min, int max) {
        int value = 0;
        int digits = 0;
        while (digits < max && at < text.length() && isDigit(text.charAt(at))) {
            value = value * 10 + text.charAt(at++) - '0';
            digits++;
        }
        if (digits < min) {
            throw new DateTimeException("a digit is missing in " + text);
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw new DateTimeException("no time: " + text);
        }
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    /// Some portals write a narrow no-break space before `PM`.
    private void skipBlanks() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
    }
}
