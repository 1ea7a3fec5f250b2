import Briefing
import Diagnostics
import Foundation
import Packing
import TestKit
import Testing

/// What a site gets for its host, and that nothing goes out which its sources do not come to.
@Suite struct HostingTests {
  private static func lay(_ settings: String, in folder: TemporaryFolder) throws {
    try SiteFolder.lay("smallest", in: folder)
    try folder.write("Content/briefing.yml", (folder.text("Content/briefing.yml") ?? "") + settings)
  }

  private static func run(_ arguments: String..., in folder: TemporaryFolder) throws -> BriefCommand.Outcome {
    try BriefCommand.run(arguments + ["--today", "2025-09-10"], in: folder.path)
  }

  @Test func hostFilesComeOnlyWhenAskedFor() async throws {
    try await withTemporaryFolder { folder in
      try Self.lay("", in: folder)
      #expect(try Self.run("build", in: folder).status == 0)
      let names = Set(SiteFolder.files(below: URL(filePath: folder["Public"])).map(\.path))
      #expect(names.filter { $0.hasSuffix(".gz") || $0.hasPrefix("named/") || $0.hasPrefix("_") || $0.contains("nginx") } == [])
      #expect(folder.text("Public/index.html")?.contains("href=\"theme/brief.css\"") == true)
      #expect(folder.text("Public/index.html")?.contains("integrity") == false)
    }
  }

  @Test func hostFilesSayTheSame() async throws {
    try await withTemporaryFolder { folder in
      try Self.lay("base_url: https://example.org/talks\nhosting: [netlify, cloudflare, apache, nginx, vercel]\ncards: false\n", in: folder)
      let outcome = try Self.run("build", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        folder.text("Public/_headers") == """
          /talks/*
            Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:
            X-Content-Type-Options: nosniff
            Referrer-Policy: strict-origin-when-cross-origin
            Permissions-Policy: camera=(), geolocation=(), microphone=()
          /talks/cards/*
            Cache-Control: public, max-age=31536000, immutable
          /talks/named/*
            Cache-Control: public, max-age=31536000, immutable
          /talks/data/*
            Access-Control-Allow-Origin: *
          /talks/oembed/*
            Access-Control-Allow-Origin: *

          """)
      for file in [".htaccess", "nginx.conf", "vercel.json"] {
        let text = try #require(folder.text("Public/" + file))
        for header in ["max-age=31536000, immutable", "nosniff", "default-src 'none'; script-src 'self'", "Access-Control-Allow-Origin"] {
          #expect(text.contains(header), "\(file) lacks \(header)")
        }
      }
      // The policy is the one that the pages have.
      #expect(
        folder.text("Public/index.html")?.contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:") == true)
    }
  }

  @Test func namesAndSumsFollowTheBytes() async throws {
    try await withTemporaryFolder { folder in
      try Self.lay("hosting: [integrity]\n", in: folder)
      #expect(try Self.run("build", in: folder).status == 0)
      let page = try #require(folder.text("Public/claims/ceasefire-offer.html"))
      let link = try #require(
        page.firstMatch(of: /href="\.\.\/(named\/brief\.[0-9a-f]{16}\.css)" integrity="sha256-([A-Za-z0-9+\/]{43}=)"/))
      #expect(page.contains(/src="\.\.\/named\/brief\.[0-9a-f]{16}\.js" integrity="sha256-[A-Za-z0-9+\/]{43}="/))
      #expect(folder.text("Public/" + link.1) == folder.text("Public/theme/brief.css"))
      let sum = try #require(Data(base64Encoded: String(link.2)))
      #expect(folder.text("Public/manifest.json")?.contains("\"sha256\": \"" + sum.map { String(format: "%02x", $0) }.joined()) == true)
      try folder.write("Templates/assets/brief.css", (folder.text("Templates/assets/brief.css") ?? "") + "/* more */\n")
      #expect(try Self.run("build", in: folder).status == 0)
      #expect(folder.text("Public/" + link.1) == nil)
      #expect(folder.text("Public/claims/ceasefire-offer.html")?.contains(link.1) == false)
    }
  }

  @Test func textsStandThereTwice() async throws {
    try await withTemporaryFolder { folder in
      try Self.lay("hosting: [gzip]\n", in: folder)
      #expect(try Self.run("build", "--verify", in: folder).status == 0)
      let files = Dictionary(uniqueKeysWithValues: SiteFolder.files(below: URL(filePath: folder["Public"])).map { ($0.path, $0.bytes) })
      let packed = files.keys.filter { $0.hasSuffix(".gz") }
      #expect(packed.count > 20)
      for path in packed { #expect(try Inflate.unpack(files[path] ?? [], from: 10).bytes == files[String(path.dropLast(3))]) }
      #expect(files["index.html.gz"] != nil && files["theme/brief.css.gz"] != nil && files["data/briefing.json.gz"] != nil)
    }
  }

  @Test func whatTheSourcesDoNotComeToIsNamed() async throws {
    try await withTemporaryFolder { folder in
      try Self.lay("", in: folder)
      #expect(try Self.run("check", "--published", in: folder).status == 1)
      #expect(try Self.run("build", in: folder).status == 0)
      let good = try Self.run("check", "--published", in: folder)
      #expect(good.status == 0, "\(good.errors)")
      let page = folder.text("Public/index.html") ?? ""
      try folder.write("Public/index.html", page + "<!-- by hand -->\n")
      let edited = try Self.run("check", "--published", in: folder)
      #expect(edited.status == 1)
      #expect(
        edited.errors == """
          Public is not what its sources come to; build it anew before it is published. It differs in:
            index.html

          """)
      try folder.write("Public/index.html", page)
      try folder.write("Content/index.md", "# More\n\nOther words.\n")
      #expect(try Self.run("check", "--published", in: folder).status == 1)
      #expect(try Self.run("check", "--published", "--output", "Elsewhere", in: folder).status != 0)
    }
  }

  @Test(arguments: [("github", ".github/workflows/briefing.yml"), ("gitlab", ".gitlab-ci.yml")])
  func aNewBriefingMayBringItsWorkflow(service: String, path: String) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      #expect(try BriefCommand.run(["init", "new", "--ci", service], in: folder.path).status == 0)
      let text = try #require(folder.text("new/" + path))
      #expect(text.contains("brief check --strict --format \(service)"))
      #expect(text.contains("brief check --published"))
      #expect(!text.contains("\t"))
    }
  }
}
