/// A workflow of a service for continuous integration: it annotates what is wrong beside the changed lines, and publishes nothing but what the
/// sources come to.
package enum SampleWorkflow: String, Sendable, CaseIterable {
  case github, gitlab

  /// Where the service looks for it.
  package var path: String {
    switch self {
    case .github: ".github/workflows/briefing.yml"
    case .gitlab: ".gitlab-ci.yml"
    }
  }

  package var text: String {
    switch self {
    case .github: Self.actions
    case .gitlab: Self.pipeline
    }
  }

  private static let actions = """
    # Checks each change and says beside its lines what is wrong; puts the main branch on GitHub Pages.
    # Set the variable BRIEF_SOURCE of the repository to the address of brief's own, such as https://example.org/brief.git.
    name: briefing
    on: [push, pull_request]
    permissions:
      contents: read
    jobs:
      site:
        runs-on: ubuntu-latest
        container: swift:6.2
        steps:
          - uses: actions/checkout@v4
          - uses: actions/cache@v4
            with:
              path: .brief
              key: brief-${{ runner.os }}-${{ vars.BRIEF_SOURCE }}
          - name: Install brief
            run: |
              test -x .brief/bin/brief || {
                apt-get update && apt-get install --yes make git
                git clone --depth 1 "${{ vars.BRIEF_SOURCE }}" /tmp/brief
                make -C /tmp/brief install PREFIX="$PWD/.brief"
              }
              echo "$PWD/.brief/bin" >> "$GITHUB_PATH"
          - run: brief check --strict --format github
          - run: brief build
          # Refuses where Public is not what Content and Templates come to.
          - run: brief check --published
          - uses: actions/upload-pages-artifact@v3
            with:
              path: Public
      deploy:
        if: github.ref == 'refs/heads/main'
        needs: site
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment: github-pages
        steps:
          - uses: actions/deploy-pages@v4

    """

  private static let pipeline = """
    # Checks each change and says beside its lines what is wrong; puts the main branch on GitLab Pages.
    # Set the variable BRIEF_SOURCE of the project to the address of brief's own repository, such as https://example.org/brief.git.
    image: swift:6.2

    cache:
      key: brief
      paths: [.brief]

    before_script:
      - |
        test -x .brief/bin/brief || {
          apt-get update && apt-get install --yes make git
          git clone --depth 1 "$BRIEF_SOURCE" /tmp/brief
          make -C /tmp/brief install PREFIX="$PWD/.brief"
        }
      - export PATH="$PWD/.brief/bin:$PATH"

    check:
      script:
        - brief check --strict --format gitlab > codequality.json
      artifacts:
        when: always
        reports:
          codequality: codequality.json

    pages:
      needs: [check]
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - brief build
        # Refuses where Public is not what Content and Templates come to.
        - brief check --published
        # GitLab takes the site from a folder of this name.
        - mv Public public
      artifacts:
        paths: [public]

    """
}
