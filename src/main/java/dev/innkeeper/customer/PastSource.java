package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Where rows of the past come from.
 *
 * @param system the name of the system whose ids the customers have, where several are told apart,
 *     or null
 * @param reference what the time lines of customers name as their origin, such as the number of an
 *     import
 * @param by who sent them
 */
public record PastSource(@Nullable String system, String reference, Actor by) {}
