package dev.innkeeper.notification;

/** Something was put into the outbox by a transaction that is about to commit. */
record OutboxFilled() {}
