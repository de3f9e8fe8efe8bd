/**
 * Torrents (BEP 3, 47, 52): what they list, and whether files are what they list. Only files are
 * read; no swarm, tracker or web seed is ever contacted.
 */
package dev.bookplate.catalogue.torrent;
