package dev.ledgerkit.core.store;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's locks on one file, which die with the process: its first byte is the lock
 * of whoever works on the directory, and one byte far behind it is held for every live lease.
 *
 * <p>One object for a file in the whole process, and its channel is never closed. The operating
 * system leaves no choice: it grants these locks to the process, not to the thread, and takes all
 * of them back as soon as the process closes <em>any</em> channel on the file. That is what the one
 * static map of this library is for; it holds locks, never data. For the same reason only {@code
 * tryLock} is used: {@code lock} closes the channel when its thread is interrupted.
 */
final class FileLocks {
  private static final ConcurrentMap<Object, FileLocks> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(1);
  private static final long DIRECTORY = 0;
  private static final long FIRST_LEASE = 1024;

  private final Path file;
  private final FileChannel channel;
  private final ReentrantLock threads = new ReentrantLock();

  /** By position; guarded by {@link #threads}. */
  private final Map<Long, Held> leases = new HashMap<>();

  private FileLocks(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * The locks of {@code file}, which is created if it is not there. Known by what it is on the disk
   * rather than by its name, so that a directory that was removed and made again is another.
   */
  static FileLocks of(Path file) throws IOException {
    OwnerFiles.createFile(file);
    Object identity = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    try {
      return OF_THIS_PROCESS.computeIfAbsent(
          identity == null ? file.toRealPath() : identity,
          same -> {
            try {
              return new FileLocks(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Runs {@code work} while no other thread and no other process runs any on this file. An
   * interrupt that was there before is put off until it is done.
   */
  <T> T locked(LedgerClock clock, Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      if (!threads.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw impatient();
      }
      try {
        return exclusively(await(clock), work);
      } finally {
        threads.unlock();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      throw new VaultException("Interrupted while waiting for the lock %s.".formatted(file), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> T exclusively(FileLock lock, Work<T> work) throws IOException {
    try {
      return work.run();
    } finally {
      lock.release();
    }
  }

  private FileLock await(LedgerClock clock) throws IOException, InterruptedException {
    long deadline = clock.nanoTime() + PATIENCE.toNanos();
    FileLock lock = attempt(DIRECTORY);
    while (lock == null) {
      if (clock.nanoTime() - deadline > 0) {
        throw impatient();
      }
      clock.sleep(POLL);
      lock = attempt(DIRECTORY);
    }
    return lock;
  }

  private @Nullable FileLock attempt(long position) throws IOException {
    try {
      return channel.tryLock(position, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // another class loader's copy of this class, in this process
    }
  }

  /** Whether a live process holds this lease. Only inside {@link #locked}. */
  boolean leaseHeld(RecordKey key, long fence) throws IOException {
    long position = position(key, fence);
    if (leases.containsKey(position)) {
      return true;
    }
    try (FileLock probe = attempt(position)) {
      return probe == null;
    }
  }

  /** Whether this process holds this lease. Only inside {@link #locked}. */
  boolean leaseHeldHere(RecordKey key, long fence) {
    return leases.containsKey(position(key, fence));
  }

  /** Holds a lease that nobody has, until it is dropped or the process ends. */
  void holdLease(RecordKey key, long fence, Instant until) throws IOException {
    FileLock lock = attempt(position(key, fence));
    if (lock == null) {
      throw new IOException("The lock of a new lease is taken.");
    }
    leases.put(position(key, fence), new Held(lock, until));
  }

  /** Notes that a lease of this process lives until another time. */
  void extendLease(RecordKey key, long fence, Instant until) {
    leases.computeIfPresent(position(key, fence), (at, held) -> new Held(held.lock, until));
  }

  /** Lets go of a lease, if it is this process's. */
  void dropLease(RecordKey key, long fence) throws IOException {
    Held held = leases.remove(position(key, fence));
    if (held != null) {
      held.lock.release();
    }
  }

  /** Lets go of the leases that lapsed without being given back. */
  void dropLapsed(Instant now) throws IOException {
    for (Iterator<Held> all = leases.values().iterator(); all.hasNext(); ) {
      Held held = all.next();
      if (!now.isBefore(held.until)) {
        all.remove();
        held.lock.release();
      }
    }
  }

  /** Every grant has a byte of its own, so that a holder that overstays is in nobody's way. */
  private static long position(RecordKey key, long fence) {
    long digest = ByteBuffer.wrap(FileNames.sha256(key + " " + fence)).getLong();
    return FIRST_LEASE + (digest & (Long.MAX_VALUE >> 1));
  }

  private VaultException impatient() {
    return new VaultException(
        "Another thread or process has held the lock %s for %d seconds; see what it is doing."
            .formatted(file, PATIENCE.toSeconds()),
        null);
  }

  /** What is done under the lock. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Kept from the garbage collector, which would let go of it. */
  private record Held(FileLock lock, Instant until) {}
}
