package org.pixelanon.sources.s3;

/**
 * When an object is stored in parts.
 *
 * @param whole the largest object that is stored in one request, in bytes
 * @param part how large parts are, unless there would be too many of them
 */
record S3PartSizes(long whole, long part) {

    /** What stores take in one request. */
    static final long MOST_AT_ONCE = 5L << 30;

    private static final long USUAL_PART = 256L << 20;

    static final S3PartSizes USUAL = new S3PartSizes(MOST_AT_ONCE, USUAL_PART);
}
