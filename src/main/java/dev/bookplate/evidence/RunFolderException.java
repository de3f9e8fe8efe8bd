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
      super(folder + " holds a run that was not finished; run the scan again, with --overwrite.");
    }
  }

  /** The run was written by a version of the program that writes runs in another form. */
  public static final class OtherVersion extends RunFolderException {
    private static final long serialVersionUID = 1;

    OtherVersion(Path folder, String format) {
      super(
          String.format(
              Locale.ROOT,
              "%s holds a run of the form %s, and this version reads %s; read it with the version"
                  + " that wrote it.",
              folder,
              format,
              Manifest.FORMAT));
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
