package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;

/**
 * A topic that accepted reviews ask to train.
 *
 * @param topic as the last review writes it
 * @param times how many reviews ask for it
 * @param lastDeal the deal of the last of them
 * @param lastAt when that was accepted
 */
public record TrainingTopic(String topic, int times, CaseNumber lastDeal, Instant lastAt) {}
