package dev.bookplate.catalogue.torrent;

import java.nio.file.Path;

/**
 * A file of a torrent, and what was found of it.
 *
 * @param file as listed
 * @param found the file that was held against it, or null
 * @param verdict of both versions
 * @param piecesHeld pieces of version 1 or 2 that hold
 * @param pieces that it has a part in
 * @param reason one clause, null where it is verified in full
 */
public record FileCheck(
    TorrentFile file, Path found, Verdict verdict, long piecesHeld, long pieces, String reason) {}
