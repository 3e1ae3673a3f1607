package dev.innkeeper.common;

import java.util.Objects;

/**
 * A request that cannot be met, in words for the person who asked: what is wrong, with which field,
 * and what to do. It rolls the transaction back; REST answers it as a problem detail.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it is refused, with the status that REST answers. */
    public enum Kind {
        /** It cannot be read or has no meaning. */
        INVALID(400),
        /** This person may not do it. */
        FORBIDDEN(403),
        /** There is no such thing. */
        UNKNOWN(404),
        /** It is not possible in the present state. */
        NOT_NOW(409),
        /** It is understood, but a rule of the business is against it. */
        REFUSED(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String field;
    private final String remedy;

    /**
     * A refusal.
     *
     * @param field the field at fault, empty where it is none in particular
     * @param message what is wrong, a sentence
     * @param remedy what to do, a sentence
     */
    public Refusal(Kind kind, String field, String message, String remedy) {
        super(Objects.requireNonNull(message));
        this.kind = Objects.requireNonNull(kind);
        this.field = Objects.requireNonNull(field);
        this.remedy = Objects.requireNonNull(remedy);
    }

    /** A field that cannot be read or has no meaning. */
    public static Refusal invalid(String field, String message, String remedy) {
        return new Refusal(Kind.INVALID, field, message, remedy);
    }

    /** Something this person may not do. */
    public static Refusal forbidden(String message, String remedy) {
        return new Refusal(Kind.FORBIDDEN, "", message, remedy);
    }

    /** Something that does not exist. */
    public static Refusal unknown(String field, String message, String remedy) {
        return new Refusal(Kind.UNKNOWN, field, message, remedy);
    }

    /** Something the present state does not allow. */
    public static Refusal notNow(String message, String remedy) {
        return new Refusal(Kind.NOT_NOW, "", message, remedy);
    }

    /** Something a rule of the business is against. */
    public static Refusal refused(String field, String message, String remedy) {
        return new Refusal(Kind.REFUSED, field, message, remedy);
    }

    /** Why it is refused. */
    public Kind kind() {
        return kind;
    }

    /** The field at fault, or empty. */
    public String field() {
        return field;
    }

    /** What to do, a sentence. */
    public String remedy() {
        return remedy;
    }
}
