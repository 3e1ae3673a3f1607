package dev.innkeeper.keyaccount;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A topic that a review asks to train.
 *
 * @param topic as it was written
 * @param counted what counts as the same topic: without case, width of letters, blanks and the
 *     signs at its ends
 */
@Table("deal_review_topic")
record ReviewTopic(String topic, String counted) {

    static ReviewTopic of(String written) {
        return new ReviewTopic(written, counted(written));
    }

    private static String counted(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[\\p{P}\\s]+|[\\p{P}\\s]+$", "")
                .replaceAll("\\s+", " ");
    }
}
