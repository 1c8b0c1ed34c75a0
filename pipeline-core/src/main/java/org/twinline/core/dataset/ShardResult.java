package org.twinline.core.dataset;

/**
 * A finished shard.
 *
 * @param dataset the dataset's name, which is its folder
 * @param file the file's name inside the dataset's staging folder
 * @param content what is in it
 */
public record ShardResult(String dataset, String file, Content content) {

  /**
   * What a shard or a dataset holds.
   *
   * @param records lines
   * @param bytes size on disk
   * @param sha256 of the bytes on disk, lower-case hex
   * @param digest of the lines
   */
  public record Content(long records, long bytes, String sha256, Digest128 digest) {}
}
