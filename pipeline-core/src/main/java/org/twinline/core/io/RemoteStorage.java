package org.twinline.core.io;

import java.util.ServiceLoader;

/** Finds the storage of URIs: Beam's, where Beam is on the class path. */
final class RemoteStorage {
  private RemoteStorage() {}

  static Storage get() {
    return Found.STORAGE;
  }

  private static final class Found {
    static final Storage STORAGE =
        ServiceLoader.load(Storage.class, Storage.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot use URIs: no storage for them is on the class path"));
  }
}
