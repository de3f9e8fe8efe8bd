package dev.bookplate.report.load;

import java.nio.file.Path;

/**
 * One document of a family before it is written.
 *
 * @param row without what only the volume knows
 * @param text UTF-8
 * @param nativeFile to copy, or null
 * @param nativeEnding of its name, letters and digits
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record FamilyMember(LoadRow row, byte[] text, Path nativeFile, String nativeEnding) {}
