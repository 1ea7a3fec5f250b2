// swift-tools-version: 6.2
import PackageDescription

// The map of the house: one block a target, from the ground up. Arrows go down only; Tests/HouseTests holds them to it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The programs take their memory from mimalloc on Linux: threads that free what others took wait for each other in glibc's.
let allocator: [LinkerSetting] = [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "brief",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "brief", targets: ["brief"]),
    .executable(name: "brief-preview", targets: ["brief-preview"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // Ground: foreign code.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CSHA256"),

    // Floor 1: what every room speaks.
    room("Diagnostics"),
    room("EDTF"),
    room("Packing"),

    // Floor 2: four gates, each before one foreign thing; and what is drawn.
    room("Markdown", ["CCMark", "Diagnostics"]),
    room("YAML", ["Diagnostics", yams]),
    room("Templates", ["Diagnostics"]),
    room("Workspace", ["CSHA256", "Diagnostics", systemPackage]),
    room("Cards", ["Packing"]),

    // Floor 3: what is known.
    room("Facts", ["Diagnostics", "EDTF", "YAML"]),

    // Floor 4: what is published.
    room("Briefing", ["Cards", "Diagnostics", "EDTF", "Facts", "Markdown", "Templates", "YAML"]),
    room("Import", ["Diagnostics", "EDTF", "Facts"]),

    // Floor 5: what is changed, and the way from the disk to a build and from a site to the disk.
    room("Editing", ["Briefing", "Diagnostics", "EDTF", "Facts", "Markdown", "YAML"]),
    room("Publishing", ["Briefing", "Diagnostics", "EDTF", "Markdown", "Packing", "Workspace"]),

    // Floor 6: who is asked by an editor, and what is shown while it is written.
    room("LanguageServer", ["Briefing", "Diagnostics", "Editing", "Facts"]),
    room("Preview", ["Diagnostics", flyingSocks]),
    room("LinkCheck", ["Diagnostics"]),

    // The roofs: the command, its sibling that serves, and what measures it.
    .executableTarget(
      name: "brief",
      dependencies: [
        "Briefing", "Diagnostics", "EDTF", "Editing", "Facts", "Import", "LanguageServer", "Markdown", "Publishing", "Templates",
        "Workspace",
        "YAML", argumentParser,
      ],
      swiftSettings: settings, linkerSettings: allocator),
    .executableTarget(
      name: "brief-preview",
      dependencies: [
        "Briefing", "Diagnostics", "EDTF", "Facts", "LinkCheck", "Preview", "Publishing", "Workspace", argumentParser,
      ],
      swiftSettings: settings, linkerSettings: allocator),
    .executableTarget(name: "bench", dependencies: ["CCMark", "Workspace"], swiftSettings: settings, linkerSettings: allocator),

    // Tests, a target a room.
    .target(name: "TestKit", dependencies: ["Diagnostics"], path: "Tests/TestKit", swiftSettings: settings),
    tests("DiagnosticsTests", ["Diagnostics", "TestKit"]),
    tests("EDTFTests", ["EDTF", "TestKit"]),
    tests("PackingTests", ["Packing", "TestKit"]),
    tests("CardsTests", ["Cards", "TestKit"]),
    tests("MarkdownTests", ["CCMark", "Markdown", "Diagnostics", "TestKit"]),
    tests("YAMLTests", ["YAML", "Diagnostics", "TestKit"]),
    tests("TemplatesTests", ["Templates", "Diagnostics", "TestKit"]),
    tests("WorkspaceTests", ["Workspace", "Diagnostics", "TestKit"]),
    tests("FactsTests", ["Facts", "EDTF", "YAML", "Diagnostics", "TestKit"]),
    tests("BriefingTests", ["Briefing", "Facts", "EDTF", "YAML", "Markdown", "Templates", "Diagnostics", "TestKit"]),
    tests("EditingTests", ["Editing", "Briefing", "Facts", "EDTF", "YAML", "Markdown", "Diagnostics", "TestKit"]),
    tests(
      "LanguageServerTests", ["LanguageServer", "Briefing", "Editing", "Facts", "Diagnostics", "TestKit"], exclude: ["Transcripts"]),
    tests(
      "ImportTests", ["Import", "Facts", "EDTF", "YAML", "Markdown", "Diagnostics", "TestKit"], exclude: ["Samples", "Golden"]),
    tests(
      "SiteTests",
      [
        "brief", "brief-preview", flyingSocks, "Briefing", "Editing", "Facts", "EDTF", "Templates", "Markdown", "YAML", "Workspace",
        "Diagnostics", "TestKit",
      ],
      exclude: ["Golden", "Invalid", "Sites"]),
    tests("PreviewTests", ["Preview", "Diagnostics", "TestKit"]),
    tests("LinkCheckTests", ["brief-preview", "LinkCheck", "Diagnostics", "TestKit"]),
    tests("HouseTests", ["TestKit"]),
  ],
  swiftLanguageModes: [.v6]
)
