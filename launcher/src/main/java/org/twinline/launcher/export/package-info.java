/**
 * What a run hands on: files for trainers, the dataset card and its Croissant description.
 *
 * <p>Everything here is made from what stands in the run's folder, so that it can be made again.
 */
@NullMarked
package org.twinline.launcher.export;

import org.jspecify.annotations.NullMarked;
