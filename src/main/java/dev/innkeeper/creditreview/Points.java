package dev.innkeeper.creditreview;

import dev.innkeeper.common.Refusal;

/** Points from 0 to 100. */
final class Points {

    private static final int BEST = 100;

    private Points() {}

    /** Refuses, by the name of its field, what is not from 0 to 100. */
    static void check(String field, int points) {
        if (points < 0 || points > BEST) {
            throw Refusal.invalid(
                    field,
                    "The field %1$s is not from 0 to 100. | 字段 %1$s 不在0至100之间。".formatted(field),
                    "Give a whole number from 0 to 100. | 请填写0至100的整数。");
        }
    }
}
