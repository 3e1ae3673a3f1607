package dev.innkeeper.customer.imports;

/** A file is here and waits for its turn. */
record ImportReceived(String number) {}
