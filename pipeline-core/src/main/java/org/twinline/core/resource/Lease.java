package org.twinline.core.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A counted lease of something expensive: one instance per JVM and key, opened by the first lease
 * and closed by the last. Taking and returning are atomic.
 */
public final class Lease<T extends AutoCloseable> implements AutoCloseable {
  private static final Map<String, Shared> OPEN = new HashMap<>();

  private final String key;
  private final T value;
  private boolean returned;

  private Lease(String key, T value) {
    this.key = key;
    this.value = value;
  }

  /**
   * Takes a lease.
   *
   * @param type what {@code opener} makes; one key must always mean one type
   * @param opener called if no lease of the key is out
   */
  public static <T extends AutoCloseable> Lease<T> take(
      String key, Class<T> type, Supplier<T> opener) {
    synchronized (OPEN) {
      Shared shared = OPEN.get(key);
      if (shared == null) {
        shared = new Shared(opener.get());
        OPEN.put(key, shared);
      }
      shared.leases++;
      return new Lease<>(key, type.cast(shared.value));
    }
  }

  /** The shared instance; not to be used after {@link #close}. */
  public T value() {
    return value;
  }

  /** Returns the lease; returning twice does nothing. */
  @Override
  public void close() {
    synchronized (OPEN) {
      Shared shared = OPEN.get(key);
      if (returned || shared == null) {
        return;
      }
      returned = true;
      if (--shared.leases == 0) {
        OPEN.remove(key);
        shared.close();
      }
    }
  }

  private static final class Shared {
    private final AutoCloseable value;
    private int leases;

    Shared(AutoCloseable value) {
      this.value = value;
    }

    void close() {
      try {
        value.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) { // AutoCloseable declares it
        throw new IllegalStateException("Cannot close a shared resource", e);
      }
    }
  }
}
