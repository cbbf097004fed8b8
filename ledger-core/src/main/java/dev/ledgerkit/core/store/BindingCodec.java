package dev.ledgerkit.core.store;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.VaultException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A binding as the JSON its record holds; the version is the record's own. */
final class BindingCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  private BindingCodec() {}

  static byte[] write(Binding binding) {
    Business business = binding.business();
    return JSON.writeValueAsBytes(
        new Form(
            FORMAT,
            binding.installation().platform(),
            binding.installation().host(),
            binding.provider(),
            binding.region(),
            binding.status(),
            business == null ? null : business.id(),
            business == null ? null : business.name(),
            binding.createdAt().toEpochMilli(),
            binding.updatedAt().toEpochMilli()));
  }

  static Binding read(StoredRecord stored) {
    try {
      Form form = JSON.readValue(stored.value(), Form.class);
      if (form.format() != FORMAT) {
        throw new VaultException(
            "Record %s has format %d; this version reads %d."
                .formatted(stored.key(), form.format(), FORMAT),
            null);
      }
      String businessId = form.businessId();
      String businessName = form.businessName();
      return new Binding(
          new BindingId(stored.key().id()),
          new Installation(form.platform(), form.host()),
          form.provider(),
          form.region(),
          form.status(),
          businessId == null
              ? null
              : new Business(businessId, businessName == null ? "" : businessName),
          stored.version(),
          Instant.ofEpochMilli(form.createdAt()),
          Instant.ofEpochMilli(form.updatedAt()));
    } catch (JacksonException e) {
      throw new VaultException("Record %s is not a binding.".formatted(stored.key()), e);
    }
  }

  /** The wire form. */
  private record Form(
      int format,
      String platform,
      String host,
      String provider,
      String region,
      BindingStatus status,
      @Nullable String businessId,
      @Nullable String businessName,
      long createdAt,
      long updatedAt) {}
}
