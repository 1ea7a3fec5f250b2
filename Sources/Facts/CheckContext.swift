package import EDTF

/// What the checks know besides the facts.
package struct CheckContext: Sendable {
  package let settings: BriefingSettings
  /// The day of the build: only reviews that are due depend on it, never what is written.
  package let today: CivilDay?
  /// Verbs of agreement in the briefing's language, from strings.yml: a claim with one of them relays what another is said to have agreed.
  let agreementVerbs: AgreementVerbs
  /// What was published, oldest first.
  package let editions: [Edition]

  package init(settings: BriefingSettings, today: CivilDay?, agreementVerbs: [String], editions: [Edition] = []) {
    self.settings = settings
    self.today = today
    self.agreementVerbs = AgreementVerbs(agreementVerbs)
    self.editions = editions
  }
}
