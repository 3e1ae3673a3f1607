package dev.innkeeper.common;

/** Patterns of SQL's LIKE out of what people type. */
public final class Like {

    private Like() {}

    /** Whatever begins with the text, in which nothing stands for anything else. */
    public static String beginning(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
