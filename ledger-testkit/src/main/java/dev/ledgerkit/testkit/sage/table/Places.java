package dev.ledgerkit.testkit.sage.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which of many numbered places are still taken. The n-th of them is found block by block, so that
 * the last page of a million costs what the first does.
 */
final class Places {
  private static final int BLOCK = 1024;

  private final BitSet free = new BitSet();
  private int[] freeIn = new int[1];
  private int size;
  private int taken;

  void add(int count) {
    size += count;
    taken += count;
    int blocks = size / BLOCK + 1;
    if (blocks > freeIn.length) {
      freeIn = Arrays.copyOf(freeIn, blocks * 2);
    }
  }

  /** Leaving twice is harmless. */
  void leave(int place) {
    if (!free.get(place)) {
      free.set(place);
      freeIn[place / BLOCK]++;
      taken--;
    }
  }

  int taken() {
    return taken;
  }

  /** Those that are taken, from the n-th on, counted from 0. */
  IntStream from(long n) {
    if (n >= taken) {
      return IntStream.empty();
    }
    return IntStream.iterate(nth((int) n), place -> place < size, place -> next(place + 1));
  }

  private int nth(int n) {
    int block = 0;
    int left = n;
    while (left >= BLOCK - freeIn[block]) {
      left -= BLOCK - freeIn[block];
      block++;
    }
    int place = next(block * BLOCK);
    for (; left > 0; left--) {
      place = next(place + 1);
    }
    return place;
  }

  private int next(int place) {
    return free.nextClearBit(place);
  }
}
