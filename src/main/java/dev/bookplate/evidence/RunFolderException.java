package dev.bookplate.evidence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A folder that a run can't be written to or read from. The message is one sentence for users. */
public abstract sealed class RunFolderException extends IOException {
  private static final long serialVersionUID = 1;

  private RunFolderException(String message) {
    super(message);
  }

  /** The folder holds something that is not a run; nothing there is touched. */
  public static final class NotEmpty extends RunFolderException {
    private static final long serialVersionUID = 1;

    NotEmpty(Path folder) {
      super(
          folder
              + " is not empty and holds no run; name another folder for the run, or a new one.");
    }
  }

  /** There is a file where the folder should be. */
  public static final class NotAFolder extends RunFolderException {
    private static final long serialVersionUID = 1;

    NotAFolder(Path file) {
      super(file + " is a file; name a folder for the run.");
    }
  }

  /** The folder cannot be made, or nothing can be written there. */
  public static final class Unwritable extends RunFolderException {
    private static final long serialVersionUID = 1;

    Unwritable(Path folder, FileSystemException why) {
      super(
          folder
              + " cannot be written to ("
              + (why.getReason() == null ? why.getClass().getSimpleName() : why.getReason())
              + "); name another folder for the run.");
      initCause(why);
    }
  }

  /** The folder holds a run, or an unfinished one, and nobody said to replace it. */
  public static final class HoldsRun extends RunFolderException {
    private static final long serialVersionUID = 1;

    HoldsRun(Path folder, String what) {
      super(folder + " holds " + what + "; add --overwrite to replace it, or name another folder.");
    }
  }

  /** The folder holds what was begun and did not end, and nobody said what to do with it. */
  public static final class HoldsUnfinished extends RunFolderException {
    private static final long serialVersionUID = 1;

    HoldsUnfinished(Path folder, String what) {
      super(
          folder
              + " holds "
              + what
              + " that was not finished; add --resume to go on with it, or --overwrite to start"
              + " anew, or name another folder.");
    }
  }

  /** The folder holds something that a part of a scan does not replace. */
  public static final class NotForPart extends RunFolderException {
    private static final long serialVersionUID = 1;

    NotForPart(Path folder, String what) {
      super(folder + " holds " + what + "; name another folder.");
    }
  }

  /** What was begun there is not what is to be gone on with. */
  public static final class OtherScan extends RunFolderException {
    private static final long serialVersionUID = 1;

    OtherScan(Path folder, String difference) {
      super(
          folder
              + " holds a scan that cannot be gone on with, because of "
              + difference
              + "; give the command that began it, with --resume, or start anew with --overwrite"
              + " and without --resume.");
    }
  }

  /** Folders that are not all parts of one scan, each once. */
  public static final class OtherParts extends RunFolderException {
    private static final long serialVersionUID = 1;

    OtherParts(String what) {
      super(what + "; name every part of one scan, each once.");
    }
  }

  /** There is no part of a scan to be read. */
  public static final class NoPart extends RunFolderException {
    private static final long serialVersionUID = 1;

    NoPart(Path folder) {
      super(folder + " holds no part of a scan; name the folders that scan --part wrote.");
    }
  }

  /** A part was begun there and did not end. */
  public static final class UnfinishedPart extends RunFolderException {
    private static final long serialVersionUID = 1;

    UnfinishedPart(Path folder) {
      super(
          folder
              + " holds a part of a scan that was not finished; run its scan again, with"
              + " --resume.");
    }
  }

  /** A part of a scan where a run should be. */
  public static final class IsPart extends RunFolderException {
    private static final long serialVersionUID = 1;

    IsPart(Path folder) {
      super(folder + " holds a part of a scan, and no run; put all parts together with merge.");
    }
  }

  /** Another live run writes there. */
  public static final class InUse extends RunFolderException {
    private static final long serialVersionUID = 1;

    InUse(Path folder) {
      super(
          folder
              + " is held by another run that is still going; wait for it, or name another one.");
    }
  }

  /** There is no run to be read. */
  public static final class NoRun extends RunFolderException {
    private static final long serialVersionUID = 1;

    NoRun(Path folder, String why) {
      super(folder + " holds no run: " + why + "; name the folder that a scan wrote.");
    }
  }

  /** A run was begun there and did not end. */
  public static final class Unfinished extends RunFolderException {
    private static final long serialVersionUID = 1;

    Unfinished(Path folder) {
      super(
          folder
              + " holds a run that was not finished; run the scan again, with --resume to go on"
              + " with it, or with --overwrite.");
    }
  }

  /** The run was written by a version of the program that writes runs in another form. */
  public static final class OtherVersion extends RunFolderException {
    private static final long serialVersionUID = 1;

    OtherVersion(Path folder, String format) {
      this(folder, format, Manifest.FORMAT);
    }

    OtherVersion(Path folder, String format, String ours) {
      super(
          String.format(
              Locale.ROOT,
              "%s holds a run of the form %s, and this version reads %s; read it with the version"
                  + " that wrote it.",
              folder,
              format,
              ours));
    }
  }

  /** A file of the run is missing or is not what the manifest says. */
  public static final class Damaged extends RunFolderException {
    private static final long serialVersionUID = 1;

    Damaged(Path file, String why) {
      super(file + " is damaged: " + why + "; get a whole copy of the run, or scan again.");
    }
  }
}
