/// What a site gets for the host that it is put on: files that it reads, and what makes pages arrive sooner.
package enum HostingChoice: String, Sendable, CaseIterable {
  /// `_headers`, as Netlify and Cloudflare Pages read it.
  case netlify, cloudflare
  /// `.htaccess`, `nginx.conf` (to be included within `server`), `vercel.json`.
  case apache, nginx, vercel
  /// Each file that packs well once more, packed, with `.gz` after its name.
  case gzip
  /// Check sums of stylesheet and script in each page. Browsers then refuse these from a disk: only for sites that are not read from one.
  case integrity
}
