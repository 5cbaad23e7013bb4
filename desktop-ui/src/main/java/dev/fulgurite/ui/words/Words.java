package dev.fulgurite.ui.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, from one file, `words.properties`. Times, names and log columns are not
/// among them: they stay as the analyst knows them.
public final class Words {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.fulgurite.ui.words.words", Locale.ROOT);

    private Words() {}

    /// A text, its `{0}`, `{1}` … filled in.
    public static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
