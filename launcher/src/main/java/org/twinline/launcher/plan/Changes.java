package org.twinline.launcher.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twinline.launcher.job.Setting;

/** What is not as it was when a plan was made, each in a line. */
final class Changes {
  private final List<String> found = new ArrayList<>();

  private Changes() {}

  static List<String> between(Pinned planned, Pinned now) {
    Changes changes = new Changes();
    changes.build(planned.build(), now.build());
    changes.settings(planned, now);
    changes.files(planned.inputs(), now.inputs());
    changes.terminology(planned.terminology(), now.terminology());
    changes.models(planned.models(), now.models());
    return List.copyOf(changes.found);
  }

  private void build(Build planned, Build now) {
    if (!planned.version().equals(now.version())) {
      found.add("Twinline was " + planned.version() + ", is " + now.version());
    } else if (!planned.sha256().equals(now.sha256())) {
      found.add("Twinline " + now.version() + " was built anew since");
    }
  }

  private void settings(Pinned planned, Pinned now) {
    Map<String, Setting> before = byKey(planned.settings());
    Map<String, Setting> after = byKey(now.settings());
    int count = found.size();
    before.forEach(
        (key, was) -> {
          Setting is = after.get(key);
          if (is == null) {
            found.add("key " + key + " was " + was.json() + ", is no longer set");
          } else if (!is.json().equals(was.json())) {
            found.add(
                "key "
                    + key
                    + " was "
                    + was.json()
                    + ", is "
                    + is.json()
                    + " ("
                    + is.origin()
                    + ")");
          }
        });
    after.forEach(
        (key, is) -> {
          if (!before.containsKey(key)) {
            found.add("key " + key + " is new: " + is.json() + " (" + is.origin() + ")");
          }
        });
    if (found.size() == count && !planned.job().sha256().equals(now.job().sha256())) {
      found.add("job file " + now.job().path() + " was edited, though no key has another value");
    }
  }

  private static Map<String, Setting> byKey(List<Setting> settings) {
    return settings.stream()
        .collect(Collectors.toMap(Setting::key, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private void files(List<Pinned.HashedFile> planned, List<Pinned.HashedFile> now) {
    Map<String, Pinned.HashedFile> before = byPath(planned);
    Map<String, Pinned.HashedFile> after = byPath(now);
    before.forEach(
        (path, was) -> {
          Pinned.HashedFile is = after.get(path);
          if (is == null) {
            found.add("input " + path + " is gone");
          } else if (is.bytes() != was.bytes()) {
            found.add("input " + path + " had " + was.bytes() + " bytes, has " + is.bytes());
          } else if (!is.sha256().equals(was.sha256())) {
            found.add("input " + path + " has the same size and another content");
          }
        });
    after.forEach(
        (path, is) -> {
          if (!before.containsKey(path)) {
            found.add("input " + path + " is new");
          }
        });
  }

  private static Map<String, Pinned.HashedFile> byPath(List<Pinned.HashedFile> files) {
    return files.stream()
        .collect(
            Collectors.toMap(
                Pinned.HashedFile::path, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private void terminology(
      Optional<Pinned.PinnedTerminology> planned, Optional<Pinned.PinnedTerminology> now) {
    if (planned.isPresent()
        && now.isPresent()
        && !planned.get().sha256().equals(now.get().sha256())) {
      found.add("terminology " + now.get().path() + " is another");
    }
  }

  /** Which bundles are named is among the keys; here it is whether they are the same ones. */
  private void models(List<Pinned.PinnedModel> planned, List<Pinned.PinnedModel> now) {
    for (Pinned.PinnedModel was : planned) {
      for (Pinned.PinnedModel is : now) {
        if (!was.path().equals(is.path())) {
          continue;
        }
        if (!was.sha256().equals(is.sha256())) {
          found.add("model " + is.path() + " is another");
        }
        if (!was.encoder().equals(is.encoder())) {
          found.add("encoder " + is.encoder().name() + " of model " + is.path() + " is another");
        }
      }
    }
  }
}
