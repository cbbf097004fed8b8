package dev.ledgerkit.freeagent;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A create that must happen once.
 *
 * @param matches finds what was created already
 * @param send creates it
 * @param withdraw takes a record back that this process created a moment ago
 */
record OneCreate<T>(Supplier<List<T>> matches, Supplier<T> send, Consumer<T> withdraw) {}
