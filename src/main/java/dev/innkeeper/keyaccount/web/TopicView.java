package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.TrainingTopic;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A topic that accepted reviews ask to train. */
@Schema(name = "TrainingTopic", description = "A topic that accepted reviews ask to train")
record TopicView(
        String topic,
        @Schema(description = "How many reviews ask for it") int times,
        @Schema(description = "The deal of the last of them", example = "DEA-2026-000123")
                String lastDeal,
        Instant lastAt) {

    static TopicView of(TrainingTopic topic) {
        return new TopicView(
                topic.topic(), topic.times(), topic.lastDeal().value(), topic.lastAt());
    }
}
