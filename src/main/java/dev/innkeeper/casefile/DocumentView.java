package dev.innkeeper.casefile;

import java.time.Instant;

/**
 * A document of a case, without its content.
 *
 * @param id its id
 * @param name the file name
 * @param mediaType the type that its content was recognised as
 * @param size bytes
 * @param sha256 digest of the content, hexadecimal
 * @param at when it was stored
 * @param by who stored it
 */
public record DocumentView(
        String id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant at,
        String by) {}
