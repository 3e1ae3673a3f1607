package dev.innkeeper.casefile;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import java.util.List;

/** The documents of cases, kept in the database. */
public interface Documents {

    /** A document with its content. */
    record Content(DocumentView document, byte[] bytes) {}

    /**
     * Stores a document.
     *
     * @param name its file name; folders before it are dropped
     * @param content what it holds, 1 byte to 5 MiB: a picture, a PDF, a text, a sound or an office
     *     document
     * @throws dev.innkeeper.common.Refusal where it is empty, too large or of another kind
     */
    DocumentView store(CaseNumber number, String name, byte[] content, Actor by);

    /** The documents of a case, oldest first. */
    List<DocumentView> of(CaseNumber number);

    /**
     * A document with its content.
     *
     * @throws dev.innkeeper.common.Refusal UNKNOWN where the case has no such document
     */
    Content load(CaseNumber number, String id);
}
