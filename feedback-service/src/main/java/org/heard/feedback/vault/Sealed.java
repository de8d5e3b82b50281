package org.heard.feedback.vault;

/**
 * Bytes that only the holder of the key can read.
 *
 * @param keyId which key sealed them
 * @param bytes nonce (12 bytes), ciphertext and tag (16 bytes) of AES-256-GCM
 */
public record Sealed(String keyId, byte[] bytes) {}
