#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SystemCalls {
  /// Plain words for an error number, and what to do.
  static func words(for code: Int32) -> (reason: String, help: [String]) {
    switch code {
    case ENOENT: ("there is no such file or folder", [])
    case EACCES, EPERM:
      ("permission denied", ["give yourself the right to it (`ls -l` shows who has it), or choose another folder"])
    case ENOSPC: ("no space is left on the disk", ["make room on the disk and run it again; what was written so far is whole"])
    case EDQUOT: ("your share of the disk is used up", ["make room on the disk and run it again; what was written so far is whole"])
    case EFBIG: ("the file is larger than this disk or this process may write", [])
    case EROFS: ("the disk is read-only", ["choose another folder with `--output`, or mount the disk for writing"])
    case EISDIR: ("a folder stands there, where a file is needed", ["move the folder away"])
    case ENOTDIR: ("a file stands in the way, where a folder is needed", ["move the file away"])
    case EEXIST: ("something of that name is there already", [])
    case ENOTEMPTY: ("the folder is not empty", [])
    case ENAMETOOLONG: ("the name is too long for this disk", ["choose a shorter name"])
    case ELOOP: ("a link stands there, or links lead round in a circle", ["replace the link by the file that it stands for"])
    case EMFILE, ENFILE: ("too many files are open", ["close other programs, or raise the limit (`ulimit -n`)"])
    case EXDEV: ("the two names lie on different disks", [])
    case EWOULDBLOCK: ("another build is writing there", ["wait until it has ended, and run it again"])
    case EINVAL: ("it is not a regular file", [])
    case EIO: ("the disk reports an error", ["check the disk"])
    default: (unsafe String(cString: strerror(code)), [])
    }
  }
}
