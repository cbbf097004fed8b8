package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.model.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one contact, recognised by their reference. One that carries the reference but is of
 * another day is another's, and is told rather than returned.
 */
final class ByReference<T, D extends Draft> implements NaturalKey<T, D> {
  /** What is looked at of a document that was read. */
  record Read<T>(
      Function<T, Ref<T>> url,
      Function<T, @Nullable String> reference,
      Function<T, @Nullable LocalDate> datedOn,
      Function<T, @Nullable Instant> createdAt) {}

  /**
   * What is looked at of a draft, and how it is given its marker.
   *
   * @param newestFirst the documents of the draft's contact, the one created last first
   */
  record Written<T, D>(
      Function<D, @Nullable String> reference,
      Function<D, @Nullable LocalDate> datedOn,
      BiFunction<D, String, D> withReference,
      Function<D, Paged<T>> newestFirst) {}

  private final Read<T> read;
  private final Written<T, D> written;

  ByReference(Read<T> read, Written<T, D> written) {
    this.read = read;
    this.written = written;
  }

  @Override
  public D marked(D draft, IdempotencyKey key) {
    String own = written.reference().apply(draft);
    return own == null || own.isBlank() ? written.withReference().apply(draft, key.value()) : draft;
  }

  @Override
  public String marker(D marked) {
    return String.valueOf(written.reference().apply(marked)).strip();
  }

  @Override
  public Ref<T> ref(T created) {
    return read.url().apply(created);
  }

  @Override
  public List<T> matches(D marked, Instant horizon) {
    List<T> found = new ArrayList<>();
    for (T document : written.newestFirst().apply(marked)) {
      Instant created = read.createdAt().apply(document);
      if (created != null && created.isBefore(horizon)) {
        break;
      }
      String reference = read.reference().apply(document);
      if (reference != null && reference.strip().equals(marker(marked))) {
        found.add(sameDay(document, marked));
      }
    }
    return found;
  }

  /** The list that was looked at is one contact's and some days long; FreeAgent's is neither. */
  @Override
  public ValidationException refused(String call, D marked, ValidationException refusal) {
    boolean ofTheReference =
        refusal.problems().stream()
            .anyMatch(
                problem ->
                    problem.field().endsWith("reference")
                        || problem.message().toLowerCase(Locale.ROOT).contains("reference"));
    if (!ofTheReference) {
      return refusal;
    }
    List<Problem> problems = new ArrayList<>(refusal.problems());
    problems.add(
        new Problem(
            "",
            "",
            "reference '%s' marks this create; if it is taken, the document that has it is of another contact or more than %d days old: look it up, or create under another reference or key"
                .formatted(marker(marked), CompanyWrites.RECOGNISED.toDays())));
    ValidationException told =
        new ValidationException(call, refusal.status(), problems, refusal.requestId());
    told.addSuppressed(refusal);
    return told;
  }

  private T sameDay(T document, D marked) {
    LocalDate there = read.datedOn().apply(document);
    if (there != null && !there.equals(written.datedOn().apply(marked))) {
      throw new ConfigurationException(
          "Reference '%s' is on %s of %s already; a document of %s needs another reference or key."
              .formatted(marker(marked), ref(document), there, written.datedOn().apply(marked)));
    }
    return document;
  }
}
