package org.twinline.core.resource;

import java.io.Serializable;
import java.nio.file.Path;
import org.twinline.core.Require;

/**
 * A resource by reference: where it lies and what it must be. Only references travel in a pipeline.
 *
 * @param uri a local path, or a URI that {@link ResourceCache} copies to the worker
 * @param sha256 the identity of its content, lower-case hex; leases are keyed by it
 */
public record ResourceRef(String uri, String sha256) implements Serializable {
  public ResourceRef {
    Require.argument(
        sha256.matches("[0-9a-f]{16,64}"), "illegal sha256 of %s: '%s', must be hex", uri, sha256);
  }

  /** The local folder; one that lies elsewhere is copied first. */
  public Path path() {
    return ResourceCache.local(this);
  }
}
