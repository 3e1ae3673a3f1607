package dev.innkeeper.api;

import dev.innkeeper.common.Language;

/**
 * One field at fault.
 *
 * @param field the path of the field, such as {@code guest.phone}
 * @param message what is wrong with it
 * @param remedy what to do
 */
public record FieldProblem(String field, String message, String remedy) {

    FieldProblem in(Language language) {
        return new FieldProblem(field, language.of(message), language.of(remedy));
    }
}
