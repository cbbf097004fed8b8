package dev.ledgerkit.connector;

/** The forms of a key store file that every JDK reads. */
enum KeyStoreType {
  JKS,
  PKCS12
}
