package dev.innkeeper.customer.web;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.CustomerFile;
import dev.innkeeper.customer.FileSection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of a customer's file; one that the reader's groups do not need is named as hidden. */
@Schema(name = "CustomerSection", description = "A section of a customer's file")
record FileSectionView(
        @Schema(description = "Its name in the reader's language", example = "Stays and spend")
                String label,
        @Schema(description = "Your groups do not see it") boolean hidden,
        @Schema(description = "Who sees it; null where you do") @Nullable List<String> shownTo,
        @Schema(description = "The section in a few figures; money in CNY", types = "object")
                @Nullable Object summary,
        @Schema(description = "The latest rows, at most 20; the list at `href` has the rest")
                @Nullable List<Object> items,
        @Schema(description = "How many rows there are") @Nullable Long total,
        @Schema(description = "The whole list, in pages") @Nullable String href) {

    static FileSectionView of(CustomerFile.Section section, String customer, Language language) {
        FileSection what = section.section();
        if (section.content() == null) {
            return new FileSectionView(
                    language.of(what),
                    true,
                    what.readers().stream().map((Group group) -> language.of(group)).toList(),
                    null,
                    null,
                    null,
                    null);
        }
        return new FileSectionView(
                language.of(what),
                false,
                null,
                section.content().summary(),
                List.copyOf(section.content().rows().items()),
                section.content().rows().total(),
                customer + "/sections/" + what.key());
    }
}
