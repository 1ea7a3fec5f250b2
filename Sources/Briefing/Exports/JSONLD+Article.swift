import EDTF
import Facts

// The front page: the briefing as an article.
extension JSONLD {
  /// How many topics, corrections and sources stand here at the most, and how many claims: readers wait for every byte of the front page, and the
  /// pages of records say the rest.
  private static let limit = 12
  private static let claimLimit = 8

  func article(_ json: inout JSONWriter, citing sources: [String]) {
    let settings = site.settings
    json.member("@type", "BackgroundNewsArticle")
    json.member("@id", href(SitePath.index))
    json.member("url", href(SitePath.index))
    json.member("headline", settings.title)
    json.member("alternativeHeadline", settings.question)
    json.member("abstract", site.plainText(settings.answer))
    json.member("inLanguage", settings.language)
    json.member("datePublished", settings.published.expression.exactHTML)
    json.member("dateModified", days.newest?.text)
    json.member("temporalCoverage", coverage)
    json.member("author", settings.authors) { json, author in json.object { person(author, "Person", &$0) } }
    json.member("publisher", settings.publisher) { json, publisher in
      person(publisher, "Organization", &json)
      if let policy = settings.correctionsPolicy { json.member("correctionsPolicy", href(ofPage: policy.text)) }
    }
    licence("license", settings.licence, &json)
    licence("sdLicense", settings.dataLicence, &json)
    json.member("publishingPrinciples", settings.method.flatMap { href(ofPage: $0.text) })
    corrections(&json)
    json.member("about", Array(site.topics.prefix(Self.limit))) { json, topic in
      json.object { json in
        json.member("@type", "Thing")
        json.member("name", topic.label)
      }
    }
    json.member("hasPart", Array(site.frontClaims.prefix(Self.claimLimit))) { json, claim in
      json.object { json in
        json.member("@type", "Claim")
        json.member("@id", id(claim.key))
        json.member("text", claim.text)
        json.member("author", claim.claimant.actors.compactMap { site.facts.actors[$0] }) { json, actor in
          json.object { json in
            json.member("@type", Self.type(of: actor.kind))
            json.member("name", actor.name)
          }
        }
      }
    }
    json.member("citation", sources.prefix(Self.limit).compactMap { site.facts.sources[$0] }) { json, source in
      json.object { json in
        json.member("@type", Self.type(of: source.kind))
        let address = address(of: source)
        json.member("url", address)
        json.member("name", address == nil ? source.title : nil)
      }
    }
  }

  /// From the first day of the timeline to the day that the briefing describes, both exact; open at its start where that is not.
  private var coverage: String? {
    guard let end = site.settings.asOf.expression.exactHTML else { return nil }
    let start = site.timeline.first.flatMap { ExactDates($0.date.expression).start }
    return "\(start ?? "..")/\(end)"
  }

  private func corrections(_ json: inout JSONWriter) {
    let newest = SiteRecords.inOrder(site.facts.corrections) {
      $0.date
    } order: { _ in
      0
    }.suffix(Self.limit).reversed()
    json.member("correction", Array(newest)) { json, correction in
      json.object { json in
        json.member("@type", "CorrectionComment")
        json.member("url", href(site.places.path(of: correction.key)))
        json.member("text", correction.now)
        json.member("datePublished", correction.date.expression.exactHTML)
      }
    }
  }

  func person(_ person: BriefingSettings.Person, _ type: String, _ json: inout JSONWriter) {
    json.member("@type", type)
    json.member("name", person.name)
    json.member("url", person.url)
  }

  private func licence(_ name: String, _ licence: String?, _ json: inout JSONWriter) {
    guard let licence else { return }
    if let address = LicenceAddress.of(licence) {
      json.member(name, address)
    } else {
      json.key(name)
      json.object { json in
        json.member("@type", "CreativeWork")
        json.member("name", licence)
      }
    }
  }

  /// The address of a page that the settings name by its file.
  private func href(ofPage file: String) -> String? {
    guard case .page(let path, let anchor) = FactLink(file, in: "Content/index.md") else { return nil }
    return href(anchor.map { "\(path)#\($0)" } ?? path)
  }
}
