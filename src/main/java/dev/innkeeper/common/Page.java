package dev.innkeeper.common;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items what the part holds, in the order asked for
 * @param total how many there are in the whole list
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, long total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
