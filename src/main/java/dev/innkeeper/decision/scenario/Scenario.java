package dev.innkeeper.decision.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.decision.Facts;
import java.util.List;

/**
 * An example of a decision.
 *
 * @param name a sentence
 * @param given the facts
 * @param expect the fields expected of the result; empty where it is expected to fail
 * @param fires rules that must fire
 * @param silent rules that must not
 * @param fails what the message must contain where the question cannot be answered; else empty
 */
public record Scenario(
        String name,
        Facts given,
        JsonNode expect,
        List<String> fires,
        List<String> silent,
        String fails) {}
