package dev.innkeeper.api;

import dev.innkeeper.common.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param items what it holds, in the order asked for
 * @param page its number, from 0
 * @param size how many a page holds at most
 * @param total how many there are in the whole list
 * @param next the address of the next page, null on the last
 * @param <T> what is listed
 */
public record PageOf<T>(List<T> items, int page, int size, long total, @Nullable String next) {

    /** The largest page. */
    public static final int LARGEST = 200;

    /** The last page that can be asked for: who needs more narrows the list. */
    public static final int LAST = 100_000;

    /** The answer to a request for one page. */
    public static <S, T> PageOf<T> of(Page<S> found, int page, int size, Function<S, T> view) {
        boolean more = (page + 1L) * size < found.total();
        String next =
                more
                        ? ServletUriComponentsBuilder.fromCurrentRequest()
                                .scheme(null)
                                .host(null)
                                .port(null)
                                .replaceQueryParam("page", page + 1)
                                .build()
                                .toUriString()
                        : null;
        return new PageOf<>(
                found.items().stream().map(view).toList(), page, size, found.total(), next);
    }
}
