// Made from Templates/ by update-generated. Do not edit.
// swift-format-ignore-file

package let compiledTemplates: [(path: String, text: String)] = [
    (
        "docc/overview.mustache",
        ####"""
        # {{symbol}}

        {{#summary}}
        {{summary}}

        {{/summary}}
        {{^summary}}
        The API {{title}}.

        {{/summary}}
        ## Overview

        {{#notes}}
        - {{line}}
        {{#-last}}

        {{/-last}}
        {{/notes}}
        {{#description}}
        {{description}}

        {{/description}}
        {{> docs/servers}}
        {{#operations}}
        {{#-first}}
        Operation | Function
        ----------|---------
        {{/-first}}
        {{link}} | {{name}}
        {{#-last}}

        {{/-last}}
        {{/operations}}
        ## Topics

        ### Guide

        - <doc:Guide-Authentication>
        - <doc:Guide-Errors>

        {{#groups}}
        ### {{title}}

        {{#operations}}
        - {{reference}}
        {{/operations}}

        {{/groups}}
        {{#types}}
        {{#-first}}
        ### Schemas

        {{/-first}}
        - {{link}}
        {{/types}}

        """####
    ),
    (
        "docc/symbol.mustache",
        ###"""
        # {{name}}

        ## See Also

        - {{link}}

        """###
    ),
    (
        "docs/authentication.mustache",
        ###"""
        {{> docs/frontMatter}}
        # {{title}}

        {{#schemes}}
        ## {{title}}

        {{#isDeprecated}}
        > **Deprecated.**

        {{/isDeprecated}}
        {{#description}}
        {{description}}

        {{/description}}
        {{line}}

        {{#values}}
        {{values}}

        {{/values}}
        {{/schemes}}
        ## In Swift

        {{sample}}

        """###
    ),
    (
        "docs/contents.mustache",
        #####"""
        {{#contents}}
        {{mediaType}}: {{type}}

        {{> docs/members}}
        {{#examples}}
        {{#title}}
        {{#isRequest}}###{{/isRequest}}{{^isRequest}}####{{/isRequest}} {{title}}

        {{/title}}
        {{#note}}
        {{note}}

        {{/note}}
        {{#sample}}
        {{sample}}

        {{/sample}}
        {{/examples}}
        {{/contents}}

        """#####
    ),
    (
        "docs/details.mustache",
        ###"""
        {{request}}{{#name}}, operation {{name}}{{/name}}{{#call}}, in Swift {{call}}{{/call}}{{#link}}; see its {{link}}{{/link}}

        {{#description}}
        {{description}}

        {{/description}}
        {{#notes}}
        {{line}}

        {{/notes}}
        {{#security}}
        Requires {{security}}.

        {{/security}}
        {{#requirements}}
        {{#-first}}
        Requires one of:

        {{/-first}}
        - {{line}}
        {{#-last}}

        {{/-last}}
        {{/requirements}}
        {{> docs/servers}}
        {{#inputs}}
        {{#-first}}
        ## Parameters

        Name | In | Type | Required | Details
        -----|----|------|----------|--------
        {{/-first}}
        {{name}} | {{kind}} | {{type}} | {{required}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/inputs}}
        {{#body}}
        ## Request body

        {{required}}

        {{> docs/contents}}
        {{/body}}
        ## Responses

        {{> docs/responses}}
        {{#callbacks}}
        ## Callback {{title}}

        {{request}}

        {{#description}}
        {{description}}

        {{/description}}
        {{#body}}
        {{> docs/contents}}
        {{/body}}
        {{> docs/responses}}
        {{/callbacks}}

        """###
    ),
    (
        "docs/errors.mustache",
        ##"""
        {{> docs/frontMatter}}
        # {{title}}

        {{#rows}}
        {{#-first}}
        Status | Body | Media types
        -------|------|------------
        {{/-first}}
        {{name}} | {{type}} | {{mediaType}}
        {{/rows}}
        {{^rows}}
        No operation documents an error response.
        {{/rows}}

        """##
    ),
    (
        "docs/frontMatter.mustache",
        ##"""
        {{#frontMatter}}
        ---
        title: {{title}}
        {{#sentence}}
        description: {{sentence}}
        {{/sentence}}
        ---

        {{/frontMatter}}

        """##
    ),
    (
        "docs/index.mustache",
        ###"""
        {{> docs/frontMatter}}
        # {{title}}

        {{#summary}}
        {{summary}}

        {{/summary}}
        {{#notes}}
        - {{line}}
        {{#-last}}

        {{/-last}}
        {{/notes}}
        {{#description}}
        {{description}}

        {{/description}}
        {{> docs/servers}}
        {{#hasCredentials}}
        See {{security}} and {{errors}}.

        {{/hasCredentials}}
        {{^hasCredentials}}
        See {{errors}}.

        {{/hasCredentials}}
        {{#groups}}
        ## {{title}}

        {{#description}}
        {{description}}

        {{/description}}
        {{#note}}
        {{note}}

        {{/note}}
        {{#operations}}
        {{#-first}}
        Operation | Request{{#hasDetails}} | Details{{/hasDetails}}
        ----------|--------{{#hasDetails}}-|--------{{/hasDetails}}
        {{/-first}}
        <a id="{{anchor}}"></a>{{link}} | {{call}}{{#hasDetails}} | {{reference}}{{/hasDetails}}
        {{#-last}}

        {{/-last}}
        {{/operations}}
        {{/groups}}
        {{#webhooks}}
        {{#-first}}
        ## Webhooks

        {{/-first}}
        - {{link}} {{description}}
        {{#-last}}

        {{/-last}}
        {{/webhooks}}
        {{#types}}
        {{#-first}}
        ## Schemas

        {{/-first}}
        - {{link}}
        {{/types}}

        """###
    ),
    (
        "docs/keywords.mustache",
        ##"""
        {{#keywords}}
        {{#-first}}
        Name | Description | Default value
        ------|------------|---------------
        {{/-first}}
        {{name}} | {{description}} | {{defaultValue}}
        {{#-last}}

        {{/-last}}
        {{/keywords}}
        {{#enumerations}}
        The possible values of the keyword {{name}} are:
        {{values}}.

        {{/enumerations}}

        """##
    ),
    (
        "docs/llms.mustache",
        ###"""
        # {{title}}

        {{#summary}}
        > {{summary}}

        {{/summary}}
        {{#groups}}
        ## {{title}}

        {{#operations}}
        - {{link}}: {{call}}
        {{/operations}}

        {{/groups}}
        {{#types}}
        {{#-first}}
        ## Schemas

        {{/-first}}
        - {{link}}
        {{/types}}

        """###
    ),
    (
        "docs/members.mustache",
        ##"""
        {{> docs/rows}}
        {{#alternatives}}
        {{sentence}}

        {{#cases}}
        {{#-first}}
        Alternative | When
        ------------|-----
        {{/-first}}
        {{name}} | {{value}}
        {{#-last}}

        {{/-last}}
        {{/cases}}
        {{> docs/rows}}
        {{/alternatives}}

        """##
    ),
    (
        "docs/operation.mustache",
        #####"""
        ---
        title: {{summary}}
        description: {{sentence}}
        ---

        # API - {{title}} - Description

        {{#description}}
        {{description}}

        {{/description}}
        ## Basic Parameters

        Type | Description
        -------|-----------------
        **Description** | {{cell}}
        **URL**         | {{url}}
        **HTTP Method** | {{method}}
        **Security**    | {{security}}


        {{#headers}}
        {{#-first}}
        ### Headers

        Type | Description | Required | Default value | Example value
        ------|-------------|----------|---------------|---------------
        {{/-first}}
        {{name}} | {{description}} | {{required}} | {{defaultValue}} | {{example}}
        {{#-last}}

        {{/-last}}
        {{/headers}}
        {{#inputs}}
        {{#-first}}
        ### Parameters

        Name | Description | Required | Default value | Example value
        ------|-------------|----------|---------------|---------------
        {{/-first}}
        {{name}} | {{description}} |{{required}} |{{defaultValue}}| {{example}}
        {{#-last}}

        {{/-last}}
        {{/inputs}}
        {{#body}}
        ### Keywords in request body

        {{#description}}
        {{description}}

        {{/description}}
        Media type: {{mediaType}}

        {{> docs/keywords}}
        {{/body}}
        {{#keywords}}
        {{#-first}}
        ### Keywords in response
        {{/-first}}
        {{/keywords}}
        {{> docs/keywords}}
        {{#responseHeaders}}
        {{#-first}}
        ### Headers in response

        Name | Description
        ------|------------
        {{/-first}}
        {{name}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/responseHeaders}}
        ## Example

        {{#note}}
        {{note}}

        {{/note}}
        {{#sample}}
        The request in curl

        {{sample}}


        {{/sample}}
        {{#tabs}}
        === "{{title}}"

            {{sample}}

        {{/tabs}}
        {{#success}}
        ### Response body

        {{description}}
        {{#examples}}

        {{#title}}
        #### {{title}}

        {{/title}}
        {{sample}}
        {{/examples}}

        {{/success}}
        {{#notes}}
        {{#description}}
        {{description}}

        {{/description}}
        {{#examples}}
        {{#title}}
        #### {{title}}

        {{/title}}
        {{sample}}

        {{/examples}}
        {{/notes}}
        ### Response messages

        The main response messages are:

        {{#responses}}
        - HTTP/1.1 {{line}}
        {{/responses}}

        """#####
    ),
    (
        "docs/reference.mustache",
        ####"""
        {{> docs/frontMatter}}
        # {{title}}

        {{#isDeprecated}}
        > **Deprecated.**

        {{/isDeprecated}}
        {{> docs/details}}
        {{#samples}}
        {{#-first}}
        ## Samples

        {{/-first}}
        ### {{title}}

        {{sample}}

        {{/samples}}

        """####
    ),
    (
        "docs/responses.mustache",
        ####"""
        {{#responses}}
        ### {{title}}

        {{#description}}
        {{description}}

        {{/description}}
        {{#headers}}
        {{#-first}}
        Header | Type | Required | Description
        -------|------|----------|------------
        {{/-first}}
        {{name}} | {{type}} | {{required}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/headers}}
        {{> docs/contents}}
        {{#links}}
        - Link {{name}}: {{link}} {{description}}
        {{#notes}}
            - {{line}}
        {{/notes}}
        {{#-last}}

        {{/-last}}
        {{/links}}
        {{/responses}}

        """####
    ),
    (
        "docs/rows.mustache",
        ##"""
        {{#rows}}
        {{#-first}}
        Name | Type | Required | Description
        -----|------|----------|------------
        {{/-first}}
        {{name}} | {{type}} | {{required}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/rows}}

        """##
    ),
    (
        "docs/schema.mustache",
        ###"""
        {{> docs/frontMatter}}
        # {{title}}

        {{#isDeprecated}}
        > **Deprecated.**

        {{/isDeprecated}}
        {{#description}}
        {{description}}

        {{/description}}
        {{#line}}
        {{line}}

        {{/line}}
        Type: {{type}}{{#note}}, in Swift {{note}}{{/note}}

        {{> docs/members}}
        {{#enumerations}}
        {{#-first}}
        Value | Description
        ------|------------
        {{/-first}}
        {{value}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/enumerations}}
        {{#sample}}
        ## Example

        {{sample}}
        {{/sample}}

        """###
    ),
    (
        "docs/schemas.mustache",
        ##"""
        {{> docs/frontMatter}}
        # {{title}}

        {{#types}}
        - {{link}}
        {{/types}}

        """##
    ),
    (
        "docs/servers.mustache",
        ###"""
        {{#servers}}
        {{#-first}}
        ## Servers

        URL | Description
        ----|------------
        {{/-first}}
        {{url}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/servers}}
        {{#variables}}
        {{#-first}}
        Variable | Default | Values | Description
        ---------|---------|--------|------------
        {{/-first}}
        {{name}} | {{defaultValue}} | {{values}} | {{description}}
        {{#-last}}

        {{/-last}}
        {{/variables}}

        """###
    ),
    (
        "package/ignore.mustache",
        #"""
        .build/
        .swiftpm/
        DerivedData/
        .DS_Store

        """#
    ),
    (
        "package/manifest.mustache",
        #"""
        // swift-tools-version: 6.1
        import PackageDescription

        // Written by apigen from {{document}}, which keeps this file once you have changed it.
        let package = Package(
            name: {{name}},
            platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
            products: [.library(name: {{name}}, targets: [{{name}}])],
            dependencies: [{{dependency}}],
            targets: [
                .target(name: {{name}}, dependencies: [{{dependencies}}]),
                .testTarget(name: {{tests}}, dependencies: [{{testDependencies}}]),
            ]
        )

        """#
    ),
    (
        "package/readme.mustache",
        ###"""
        # {{title}}

        A Swift client for the API {{api}}, version {{version}}.
        {{#description}}

        {{description}}
        {{/description}}

        ## Add it to a package

        Add the package to the dependencies in `Package.swift`, with the URL of its repository:

        {{dependency}}

        and its library to those of your target:

        {{product}}

        ## Call an operation

        {{sample}}

        A call throws the failures that the API documents as cases of the operation's error, and all others as `failed`. `with` sets
        header fields, time limits and retries for one call or for many:

        ```swift
        let patient = client.with { $0.timeout = .seconds(30) }
        ```

        ## Develop it

        The library is generated from {{specification}}: change that document, and run `apigen` again. `swift test` sends the requests
        that the document shows to a server in the same process, and compares what both receive.
        {{#isVersioned}}

        Its version, `{{namespace}}.version`, is that of the document. Publish it under a tag of the same name.
        {{/isVersioned}}
        {{#license}}

        ## License

        The API is provided under {{license}}.
        {{/license}}

        """###
    ),
    (
        "package/wire.mustache",
        ##"""
        // Written by apigen from {{document}}, which keeps this file once you have changed it.

        import APIRuntime
        import APIRuntimeTesting
        import {{modelsModule}}
        import Testing

        /// A client, and a server in the same process that returns the examples of the OpenAPI document.
        struct Wire {
            private let transport = RecordingTransport(InProcessTransport({{namespace}}.FakeServer().router()))

            var client: {{namespace}}.Client {
                {{namespace}}.Client(serverURL: {{serverURL}}, {{#hasCredentials}}credentials: {{credentials}}, {{/hasCredentials}}transport: transport)
            }

            /// Compares the method, the path and the query of the last request.
            func expect(request line: String, at location: SourceLocation = #_sourceLocation) throws {
                #expect(try exchange(location).requestLine == line, sourceLocation: location)
            }
        {{#isOpenEnded}}

            /// Compares the beginning of the last request, behind which the query has a credential.
            func expect(requestStartingWith line: String, at location: SourceLocation = #_sourceLocation) throws {
                #expect(try exchange(location).requestLine.hasPrefix(line), sourceLocation: location)
            }
        {{/isOpenEnded}}

            /// Compares the status of the last response.
            func expect(response status: Int, at location: SourceLocation = #_sourceLocation) throws {
                #expect(try exchange(location).status == status, sourceLocation: location)
            }
        {{#comparesBodies}}

            /// Compares the last request, and its body by what a type reads of it.
            func expect<Body: JSONCodable>(
                request line: String, _ json: String, as type: Body.Type, at location: SourceLocation = #_sourceLocation
            ) throws {
                try expect(request: line, at: location)
                let expected = try RecordingTransport.Exchange.json(Array(json.utf8), as: type)
                #expect(try exchange(location).requestJSON(as: type) == expected, sourceLocation: location)
            }

            /// Compares the last response, and its body by what a type reads of it.
            func expect<Body: JSONCodable>(
                response status: Int, _ json: String, as type: Body.Type, at location: SourceLocation = #_sourceLocation
            ) throws {
                try expect(response: status, at: location)
                let expected = try RecordingTransport.Exchange.json(Array(json.utf8), as: type)
                #expect(try exchange(location).responseJSON(as: type) == expected, sourceLocation: location)
            }
        {{/comparesBodies}}

            private func exchange(_ location: SourceLocation) throws -> RecordingTransport.Exchange {
                try #require(transport.exchanges.last, sourceLocation: location)
            }
        }

        """##
    ),
    (
        "package/wireTests.mustache",
        ##"""
        // Written by apigen from {{document}}, which keeps this file once you have changed it.

        import APIRuntime
        import {{modelsModule}}
        {{#modules}}
        import {{name}}
        {{/modules}}
        import Testing

        {{#tag}}
        /// Sends the requests and receives the responses that the OpenAPI document shows of the operations with the tag {{tag}}.
        {{/tag}}
        {{^tag}}
        /// Sends the requests and receives the responses that the OpenAPI document shows.
        {{/tag}}
        struct {{name}} {
        {{#tests}}
        {{^-first}}

        {{/-first}}
            /// {{comment}}
            {{#isDeprecated}}
            @available(*, deprecated)
            {{/isDeprecated}}
            @Test func {{name}}() async throws {
                let wire = Wire()
                {{call}}({{arguments}})
                try wire.expect({{request}})
                try wire.expect({{response}})
            }
        {{/tests}}
        {{#hasOmissions}}

            // No request or response of these operations can be made from the document:
        {{/hasOmissions}}
        {{#omissions}}
            // {{call}}
        {{/omissions}}
        }

        """##
    ),
    (
        "package/workflow.mustache",
        ##"""
        name: CI

        on:
          push:
            branches: [main]
          pull_request:

        permissions:
          contents: read

        # Written by apigen, which keeps this file once you have changed it.
        {{#isRuntimeLocal}}
        # The runtime is expected in the folder that Package.swift names: check it out there, or set apigen's option 'runtime' to a URL.
        {{/isRuntimeLocal}}
        jobs:
          linux:
            runs-on: ubuntu-latest
            container: swift:6.1
            steps:
              - uses: actions/checkout@v4
              - run: swift build --build-tests
              - run: swift test --skip-build
          macos:
            runs-on: macos-15
            steps:
              - uses: actions/checkout@v4
              - run: swift build --build-tests
              - run: swift test --skip-build

        """##
    ),
    (
        "site/build.mustache",
        ##"""
        #!/bin/sh
        # Builds the site with MkDocs Material, without a warning, and prints its folder:
        #
        #     build.sh [VERSION [FOLDER]]
        #
        # With a version, such as v2, the pages go to the subfolder of this name and offer the other versions in the folder.
        # Its Python programs are installed once, in $APIGEN_SITE_TOOLS or in .venv beside this file.
        set -eu
        version=${1:-}
        folder=${2:-$(dirname "$0")/site}
        case $version in
        .* | *[!0-9A-Za-z._-]*)
            echo "the version must be a name such as v2, found '$version'" >&2
            exit 2
            ;;
        esac
        mkdir -p "$folder"
        folder=$(cd "$folder" && pwd)
        cd "$(dirname "$0")"

        tools=${APIGEN_SITE_TOOLS:-$PWD/.venv}
        if ! cmp -s requirements.txt "$tools/requirements.txt"; then
            python3 -m venv "$tools" >&2
            "$tools/bin/pip" install --quiet --requirement requirements.txt >&2
            cp requirements.txt "$tools/requirements.txt"
        fi
        APIGEN_SITE_VERSION=$version NO_MKDOCS_2_WARNING=1 \
            "$tools/bin/mkdocs" build --strict --quiet --site-dir "$folder/$version" >&2
        echo "$folder"

        """##
    ),
    (
        "site/hooks.mustache",
        ##"""
        """What the site has beside its pages: their Markdown, links to it and to the document, and the list of versions."""

        import json
        import os
        import re
        import shutil
        import urllib.parse

        DOCUMENT = "{{document}}"
        # The subfolder that build.sh makes the site in, if it is one of several.
        VERSION = os.environ.get("APIGEN_SITE_VERSION")


        def on_config(config):
            """Shows the selector of versions, which reads the list that on_post_build writes."""
            if VERSION:
                config["extra"]["version"] = {"provider": "mike"}
                if config["site_url"]:
                    config["site_url"] += VERSION + "/"
            return config


        def on_page_markdown(markdown, page, config, files):
            """Gives the first page the site's title alone."""
            if page.file.src_uri == "index.md":
                # The site's name says the same.
                page.meta.pop("title", None)
            return markdown


        def on_page_content(html, page, config, files):
            """Offers the page as Markdown, and the document on the first page."""
            twin = urllib.parse.quote(os.path.basename(page.file.src_uri))
            links = f'<a href="{twin}">This page as Markdown</a>'
            if page.file.src_uri == "index.md":
                links += f' · <a href="{DOCUMENT}" download>The OpenAPI document</a> · <a href="llms.txt">All pages (llms.txt)</a>'
            return html + f"<p>{links}</p>"


        def on_post_build(config):
            """Puts the Markdown of each page beside it, which MkDocs does not copy by itself."""
            site, docs = config["site_dir"], config["docs_dir"]
            for folder, _, names in os.walk(docs):
                for name in names:
                    if name.endswith(".md"):
                        target = os.path.join(site, os.path.relpath(os.path.join(folder, name), docs))
                        os.makedirs(os.path.dirname(target), exist_ok=True)
                        shutil.copyfile(os.path.join(folder, name), target)
            # The links of these need the address that the site is published at.
            if not config["site_url"]:
                for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):
                    if os.path.exists(os.path.join(site, name)):
                        os.remove(os.path.join(site, name))
            if VERSION:
                list_versions(os.path.dirname(site))


        def list_versions(folder):
            """Adds the version to the folder's list, and redirects readers of the folder to the newest."""
            path, versions = os.path.join(folder, "versions.json"), {VERSION}
            if os.path.exists(path):
                with open(path) as file:
                    versions |= {entry["version"] for entry in json.load(file)}
            present = sorted((name for name in versions if os.path.isdir(os.path.join(folder, name))), key=precedence, reverse=True)
            with open(path, "w") as file:
                json.dump([{"version": name, "title": name, "aliases": []} for name in present], file, indent=2)
            with open(os.path.join(folder, "index.html"), "w") as file:
                file.write(f'<!doctype html>\n<link rel="icon" href="data:,">\n<meta http-equiv="refresh" content="0; url={present[0]}/">\n')
                file.write(f'<title>Redirecting</title>\n<a href="{present[0]}/">{present[0]}</a>\n')


        def precedence(version):
            """The order of versions: v9 precedes v10, and 2.0-beta precedes 2.0, which precedes 2.0.1."""
            parts = re.findall(r"[0-9]+|[a-z]+", version.lower())
            return [(2, int(part)) if part.isdigit() else (0, part) for part in parts] + [(1,)]

        """##
    ),
    (
        "site/mkdocs.mustache",
        ##"""
        # Generated by apigen from {{document}}. Do not edit.

        site_name: {{title}}
        site_description: {{summary}}
        {{#url}}
        site_url: {{url}}
        {{/url}}
        docs_dir: docs
        site_dir: site
        use_directory_urls: false
        hooks:
          - hooks.py
        theme:
          name: material
          font: false
          features:
            - content.code.copy
            - content.tabs.link
            - navigation.prune
            - navigation.top
            - search.highlight
            - search.suggest
          palette:
            # Only with this one does the site follow the reader's system on a second visit.
            - media: "(prefers-color-scheme)"
              toggle:
                icon: material/brightness-auto
                name: Switch to light mode
            - media: "(prefers-color-scheme: light)"
              scheme: default
              toggle:
                icon: material/weather-night
                name: Switch to dark mode
            - media: "(prefers-color-scheme: dark)"
              scheme: slate
              toggle:
                icon: material/weather-sunny
                name: Follow the system
        extra:
          generator: false
        extra_css:
          - assets/apigen.css
        {{#isTryable}}
        extra_javascript:
          - assets/try-it.js
        {{/isTryable}}
        plugins:
          # Operation IDs and paths are found by each of their words.
          - search:
              separator: '[\s\-_,:;=()\[\]"`/.<>]+|(?!\b)(?=[A-Z][a-z])|[\x7b\x7d]+'
        markdown_extensions:
          - pymdownx.highlight
          - pymdownx.superfences
          - pymdownx.tabbed:
              alternate_style: true
          - sane_lists
          - tables
          - toc:
              permalink: true
        validation:
          nav:
            omitted_files: ignore
          links:
            anchors: warn
        nav:
          - Overview: index.md
          - Authentication: Guide/Authentication.md
          - Errors: Guide/Errors.md
        {{#groups}}
          - {{title}}:
        {{#operations}}
              - {{name}}: {{link}}
        {{/operations}}
        {{/groups}}

        """##
    ),
    (
        "site/operation.mustache",
        ###"""
        {{> docs/operation}}

        ## Details

        {{#details}}
        {{> docs/details}}
        {{/details}}
        {{#tryIt}}
        ## Try it

        <div class="try-it" data-request="{{request}}">The form that sends this request needs JavaScript.</div>

        {{/tryIt}}

        """###
    ),
    (
        "site/requirements.mustache",
        #"""
        mkdocs==1.6.1
        mkdocs-material==9.8.2

        """#
    ),
    (
        "site/style.mustache",
        ##"""
        /* Generated by apigen. Do not edit. */

        .md-typeset table:not([class]) th { white-space: nowrap; }
        .md-typeset td code { display: inline-block; max-width: 18rem; overflow-wrap: break-word; word-break: normal; }
        .md-typeset h1, .md-typeset .headerlink { color: inherit; }
        .md-typeset a.place, .md-typeset a.place code { color: inherit; }
        .md-typeset a.place:target { outline: 2px solid; outline-offset: 2px; }

        /* Colors with the contrast that WCAG 2 requires at level AA. */
        [data-md-color-scheme=default] { --md-default-fg-color--light: #0000009e; --md-code-hl-comment-color: #595959; }
        [data-md-color-scheme=slate] {
          --md-default-fg-color--light: hsla(var(--md-hue), 15%, 90%, 0.7);
          --md-code-hl-number-color: #f08478;
          --md-code-hl-constant-color: #a89bea;
        }

        .try-it form { display: grid; gap: 0.6rem; max-width: 40rem; }
        .try-it label { display: grid; gap: 0.2rem; }
        .try-it :is(input, select, textarea) {
          padding: 0.4rem; border: 1px solid currentcolor; border-radius: 0.1rem; background: inherit; color: inherit;
          font-family: var(--md-code-font-family, monospace);
        }
        .try-it textarea { min-height: 8rem; }
        .try-it .md-button { justify-self: start; color: inherit; border-color: currentcolor; }
        .try-it pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.6rem; background: var(--md-code-bg-color); }

        """##
    ),
    (
        "site/tryIt.mustache",
        #"""
        // Generated by apigen. Do not edit.
        // The form that sends an operation's request from its page to a server that the reader names.
        "use strict";

        (() => {
          const LONGEST_BODY = 100000;

          function element(name, properties, ...children) {
            const made = Object.assign(document.createElement(name), properties);
            made.append(...children);
            return made;
          }

          // A parameter's text as a value: arrays are separated by commas or written as JSON, objects are JSON.
          function parsed(parameter, text) {
            if (parameter.content) return text;
            if (parameter.shape === "array") return text.trim().startsWith("[") ? JSON.parse(text) : text.split(",");
            return parameter.shape === "object" ? JSON.parse(text) : text;
          }

          function written(value) {
            return typeof value === "string" ? value : JSON.stringify(value);
          }

          // OpenAPI 3.1.1, section 4.8.12.3 (Style Values).
          function serialized(parameter, text, encode) {
            const value = parsed(parameter, text), name = encode(parameter.name), { style, explode } = parameter;
            const pairs = Array.isArray(value) ? null : typeof value === "object" && value !== null
              ? Object.entries(value).map(([key, inner]) => [encode(key), encode(written(inner))]) : null;
            const list = Array.isArray(value) ? value.map((inner) => encode(written(inner))) : null;
            const joined = (separator, between) => pairs ? pairs.map((pair) => pair.join(between)).join(separator)
              : list ? list.join(separator) : encode(written(value));
            // Exploded lists are written as in form.
            switch (explode && list && style.endsWith("Delimited") ? "form" : style) {
              case "deepObject": return (pairs || []).map(([key, inner]) => `${name}[${key}]=${inner}`).join("&");
              case "spaceDelimited": return `${name}=${joined("%20", "%20")}`;
              case "pipeDelimited": return `${name}=${joined("%7C", "%7C")}`;
              case "label": return "." + joined(explode ? "." : ",", explode ? "=" : ",");
              case "matrix":
                if (explode && pairs) return pairs.map((pair) => ";" + pair.join("=")).join("");
                return explode && list ? list.map((inner) => `;${name}=${inner}`).join("") : `;${name}=${joined(",", ",")}`;
              case "form":
                if (explode && pairs) return pairs.map((pair) => pair.join("=")).join("&");
                return explode && list ? list.map((inner) => `${name}=${inner}`).join("&") : `${name}=${joined(",", ",")}`;
              default: return joined(",", explode ? "=" : ",");
            }
          }

          function requestOf(request, fields) {
            const server = new URL(fields.server.value, location.href);
            if (!["http:", "https:"].includes(server.protocol)) throw new Error("The server must be an http or https URL.");
            let path = request.path;
            const query = [], headers = new Headers();
            for (const [parameter, field] of fields.parameters) {
              if (field.value === "" && !parameter.required) continue;
              if (parameter.in === "path") {
                path = path.replaceAll(`{${parameter.name}}`, () => serialized(parameter, field.value, encodeURIComponent));
              } else if (parameter.in === "header") {
                headers.append(parameter.name, serialized(parameter, field.value, String));
              } else if (parameter.in === "querystring") {
                query.push(field.value);
              } else if (parameter.content) {
                query.push(`${encodeURIComponent(parameter.name)}=${encodeURIComponent(field.value)}`);
              } else {
                query.push(serialized(parameter, field.value, encodeURIComponent));
              }
            }
            const options = { method: request.method, headers };
            if (fields.body && fields.body.value !== "") {
              headers.set("Content-Type", fields.mediaType.value);
              options.body = fields.body.value;
            }
            const base = server.href.replace(/\/+$/, "");
            return [base + path + (query.length ? "?" + query.join("&") : ""), options];
          }

          function layout(text, mediaType) {
            if (!/[/+]json/.test(mediaType)) return text;
            try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
          }

          async function send(request, fields, output) {
            output.textContent = "Sending the request …";
            let url, options;
            try {
              [url, options] = requestOf(request, fields);
            } catch (error) {
              output.textContent = `The request is not valid: ${error.message}`;
              return;
            }
            sessionStorage.setItem("try-it-server", fields.server.value);
            try {
              const response = await fetch(url, options);
              const text = layout(await response.text(), response.headers.get("Content-Type") || "");
              const body = text.length > LONGEST_BODY ? text.slice(0, LONGEST_BODY) + "\n…" : text;
              output.textContent = `HTTP ${response.status} ${response.statusText}\n\n${body}`;
            } catch (error) {
              output.textContent = `The request failed: ${error.message}\n`
                + "A server on another origin must allow requests from this page (CORS).";
            }
          }

          function build(box) {
            const request = JSON.parse(box.dataset.request), fields = { parameters: [] };
            const form = element("form", {}), output = element("pre", { tabIndex: 0 });
            const add = (label, field) => {
              form.append(element("label", {}, label, field));
              return field;
            };
            const known = sessionStorage.getItem("try-it-server");
            fields.server = add("Server", element("input", { required: true, value: known || request.server }));
            for (const parameter of request.parameters) {
              const label = `${parameter.name} (${parameter.in}${parameter.required ? ", required" : ""})`;
              const field = element("input", { value: parameter.value, required: parameter.required, autocomplete: "off" });
              fields.parameters.push([parameter, add(label, field)]);
            }
            if (request.bodies.length) {
              const choices = request.bodies.map((body) => element("option", { value: body.mediaType }, body.mediaType));
              fields.mediaType = add("Media type", element("select", {}, ...choices));
              fields.body = add("Body", element("textarea", { value: request.bodies[0].text, spellcheck: false }));
              fields.mediaType.addEventListener("change", () => {
                fields.body.value = request.bodies[fields.mediaType.selectedIndex].text;
              });
            }
            form.append(element("button", { type: "submit", className: "md-button" }, "Send"));
            form.addEventListener("submit", (event) => {
              event.preventDefault();
              send(request, fields, output);
            });
            output.setAttribute("aria-live", "polite");
            output.setAttribute("aria-label", "Response");
            output.textContent = "The response is shown here.";
            box.replaceChildren(form, output);
          }

          document.querySelectorAll(".try-it").forEach(build);
        })();

        """#
    ),
    (
        "swift/alias.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}typealias {{name}} = {{type}}

        """##
    ),
    (
        "swift/assignment.mustache",
        ##"""
        {{#isIndirect}}
        {{storage}} = {{runtime}}{{box}}(wrappedValue: {{name}})
        {{/isIndirect}}
        {{^isIndirect}}
        self.{{member}} = {{name}}
        {{/isIndirect}}

        """##
    ),
    (
        "swift/authentication.mustache",
        ##"""
        /// The authenticated caller.
        associatedtype Principal: {{swift}}Sendable
        {{#schemes}}

        {{#comment}}
        ///{{line}}
        {{/comment}}
        func {{function}}(_ credential: {{type}}) async throws -> Principal?
        {{/schemes}}

        """##
    ),
    (
        "swift/client.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{importAccess}}import APIRuntime
        {{#transportModule}}
        import {{transportModule}}
        {{/transportModule}}
        {{> swift/imports}}
        {{#version}}

        extension {{namespace}} {
            /// The version of the package, which is that of the OpenAPI document.
            {{access}}nonisolated static let version = {{version}}
        }
        {{/version}}
        {{#interfaces}}

        extension {{namespace}} {
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated struct {{clientName}}: {{runtime}}APIClient {
                {{access}}var configuration: {{runtime}}ClientConfiguration

                /// Creates a client for the service at a URL{{example}}.
                {{access}}init(
                    serverURL: {{swift}}String{{serverURL}},
        {{#hasCredentials}}
                    credentials: Credentials = Credentials(),
        {{/hasCredentials}}
                    transport: any {{runtime}}ClientTransport,
                    middlewares: [any {{runtime}}Middleware] = []
                ) {
                    configuration = {{runtime}}ClientConfiguration(serverURL: serverURL, {{#hasSecuritySchemes}}securitySchemes: {{namespace}}.securitySchemes, {{/hasSecuritySchemes}}{{#hasCredentials}}credentials: credentials.byScheme, {{/hasCredentials}}transport: transport, middlewares: middlewares)
                    {{#documentedURL}}
                    // Whoever points the client at another URL wants all operations to be there.
                    configuration.usesOperationServers = serverURL == {{documentedURL}}
                    {{/documentedURL}}
                    {{#userAgent}}
                    configuration.userAgent = {{userAgent}}
                    {{/userAgent}}
                }
        {{#transport}}

                /// Creates a client that sends requests with `{{transport}}`.
                {{access}}init(
                    serverURL: {{swift}}String{{serverURL}},
        {{#hasCredentials}}
                    credentials: Credentials = Credentials(),
        {{/hasCredentials}}
                    middlewares: [any {{runtime}}Middleware] = []
                ) {
                    self.init(serverURL: serverURL, {{#hasCredentials}}credentials: credentials, {{/hasCredentials}}transport: {{transport}}(), middlewares: middlewares)
                }
        {{/transport}}
        {{#hasCredentials}}

                /// The credentials sent with each request, one per security scheme.
                {{access}}nonisolated struct Credentials: {{swift}}Sendable {
        {{#credentials}}
                    {{#comment}}
                    ///{{line}}
                    {{/comment}}
                    {{access}}var {{name}}: {{type}}?
        {{/credentials}}

                    {{access}}init({{parameters}}) {
        {{#credentials}}
                        self.{{name}} = {{name}}
        {{/credentials}}
                    }

                    fileprivate var byScheme: [{{swift}}String: any {{runtime}}ClientCredential] {
                        var byScheme: [{{swift}}String: any {{runtime}}ClientCredential] = [:]
        {{#credentials}}
                        byScheme[{{key}}] = {{name}}
        {{/credentials}}
                        return byScheme
                    }
                }
        {{/hasCredentials}}
        {{#groups}}

                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{access}}var {{property}}: {{typeName}} { {{typeName}}(client: self) }
        {{/groups}}
        {{#operations}}

                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{#isDeprecated}}
                @available(*, deprecated)
                {{/isDeprecated}}
                {{access}}func {{name}}({{parameters}}) async throws({{error}}){{#result}} -> {{result}}{{/result}} {
                    {{#hasInputs}}var{{/hasInputs}}{{^hasInputs}}let{{/hasInputs}} call = {{runtime}}OperationCall({{operationsName}}.{{name}}, configuration)
        {{#inputs}}
                    call.{{location}}({{key}}, {{name}})
        {{/inputs}}
        {{#choice}}
                    {{choice}}.set(on: &call)
        {{/choice}}
        {{#body}}
                    call.body({{body}})
        {{/body}}
        {{#accept}}
                    call.accept({{accept}})
        {{/accept}}
                    {{#result}}return {{/result}}try await call.{{sending}}(or: {{error}}.init{{#reading}}, reading: {{reading}}.init{{/reading}}){{#value}} { response {{effects}}in {{value}} }{{/value}}
                }
        {{#pages}}

                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{#isDeprecated}}
                @available(*, deprecated)
                {{/isDeprecated}}
                {{access}}func {{name}}({{parameters}}) -> {{runtime}}PageSequence<{{page}}, {{item}}> {
                    {{runtime}}PageSequence({{arguments}}) {
                        try await {{request}}
                    }
                }
        {{/pages}}
        {{/operations}}
            }
        {{#groups}}

            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated struct {{typeName}}: {{runtime}}APIClient {
                fileprivate var client: {{clientName}}

                {{access}}var configuration: {{runtime}}ClientConfiguration {
                    get { client.configuration }
                    set { client.configuration = newValue }
                }
        {{#functions}}

                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{#isDeprecated}}
                @available(*, deprecated)
                {{/isDeprecated}}
                {{access}}func {{name}}({{parameters}}) async throws({{error}}){{#result}} -> {{result}}{{/result}} {
                    try await {{operation}}({{arguments}})
                }
        {{/functions}}
            }
        {{/groups}}
        }
        {{#requestChoices}}

        extension {{name}} {
            fileprivate nonisolated func set(on call: inout {{runtime}}OperationCall) {
                switch self {
        {{#cases}}
                case .{{name}}({{binding}}): call.body({{body}})
        {{/cases}}
                }
            }
        }
        {{/requestChoices}}
        {{#readings}}

        extension {{name}} {
            fileprivate nonisolated init(_ response: {{runtime}}{{#isStreamed}}Streamed{{/isStreamed}}ClientResponse) {{#isStreamed}}async {{/isStreamed}}throws({{runtime}}CallError) {
        {{#subject}}
                switch response.{{subject}} {
        {{#cases}}
                case {{pattern}}: self = {{value}}
        {{/cases}}
                default: {{rest}}
                }
        {{/subject}}
        {{^subject}}
                self.init({{arguments}})
        {{/subject}}
            }
        }
        {{/readings}}
        {{/interfaces}}

        """##
    ),
    (
        "swift/closedEnumeration.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}nonisolated enum {{name}}: {{rawType}}, {{runtime}}Closed{{enumProtocol}}, {{swift}}CaseIterable{{protocols}} {
        {{#cases}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            case {{name}}{{^isNamedLikeValue}} = {{rawValue}}{{/isNamedLikeValue}}
        {{/cases}}
        }

        """##
    ),
    (
        "swift/enumeration.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}nonisolated enum {{name}}: {{runtime}}Open{{enumProtocol}}{{protocols}} {
        {{#cases}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            case {{name}}
        {{/cases}}
            /// A value not listed in the OpenAPI document.
            case {{unknownCase}}({{rawType}})

            /// The values listed in the OpenAPI document.
            {{access}}static let knownCases: [{{name}}] = [{{knownCases}}]

        {{#rawValues}}
            /// The strings of the known cases.
        {{#text}}
            {{access}}static let rawValues = {{runtime}}RawValues({{text}})
        {{/text}}
        {{^text}}
            {{access}}static let rawValues = {{runtime}}RawValues(
                """
        {{#lines}}
                {{line}}
        {{/lines}}
                """
            )
        {{/text}}

        {{/rawValues}}
        {{#hasStrings}}
            {{access}}init(rawValue: {{rawType}}) {
                self = Self.knownCase(rawValue) ?? .{{unknownCase}}(rawValue)
            }
        {{/hasStrings}}
        {{^hasStrings}}
            {{access}}init(rawValue: {{rawType}}) {
                switch rawValue {
        {{#cases}}
                case {{rawValue}}: self = .{{member}}
        {{/cases}}
                default: self = .{{unknownCase}}(rawValue)
                }
            }
        {{/hasStrings}}

            {{access}}var rawValue: {{rawType}} {
                switch self {
        {{#cases}}
                case .{{member}}: {{rawValue}}
        {{/cases}}
                case .{{unknownCase}}(let rawValue): rawValue
                }
            }
        }

        """##
    ),
    (
        "swift/fake.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{#usesRuntime}}{{importAccess}}{{/usesRuntime}}import APIRuntime
        {{> swift/imports}}
        {{#interfaces}}

        extension {{namespace}} {
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated struct {{name}}: {{serverName}} {
        {{#hasPrincipal}}
                /// The only credential that is accepted: a key, a token, or a user name; `nil` to accept all.
                {{access}}var acceptedCredential: {{swift}}String?

        {{/hasPrincipal}}
                {{access}}init() {}
        {{#schemes}}

                {{access}}func {{function}}(_ credential: {{type}}) async throws -> {{swift}}String? {
                    accepted(credential.{{value}})
                }
        {{/schemes}}
        {{#hasPrincipal}}

                private func accepted(_ credential: {{swift}}String) -> {{swift}}String? {
                    acceptedCredential.map { $0 == credential } ?? true ? credential : nil
                }
        {{/hasPrincipal}}
        {{#operations}}

                {{access}}func {{name}}({{parameters}}) async throws{{#result}} -> {{result}}{{/result}} {
        {{#value}}
                    {{value}}
        {{/value}}
                }
        {{/operations}}
        {{#shapes}}

                /// Returns the documented example with the failure's message in it, so that a rejected request is not mistaken
                /// for a documented response.
                {{access}}func {{function}}(describing failure: {{runtime}}RequestFailure) throws -> {{type}} {
                    {{#value}}{{value}}{{/value}}{{^value}}throw failure{{/value}}
                }
        {{/shapes}}
            }
        }
        {{/interfaces}}

        """##
    ),
    (
        "swift/form.mustache",
        ##"""

        /// A multipart form.
        {{access}}nonisolated struct {{name}}: {{runtime}}MultipartCodable {
        {{#encoding}}
            {{access}}static let encoding: [{{runtime}}Parameter] = [{{encoding}}]

        {{/encoding}}
        {{#fields}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}var {{name}}: {{type}}
        {{/fields}}

            {{access}}init({{parameters}}) {
        {{#fields}}
                self.{{name}} = {{name}}
        {{/fields}}
            }

            {{access}}init(reading form: {{runtime}}MultipartForm) async throws({{runtime}}RequestFailure) {
        {{#fields}}
                {{name}} = {{reading}}{{#readArguments}}({{readArguments}}){{/readArguments}}{{#isNullable}} ?? nil{{/isNullable}}
        {{/fields}}
            }

            {{access}}func write(to form: inout {{runtime}}MultipartForm) throws {
        {{#fields}}
                {{#canFailToWrite}}try {{/canFailToWrite}}form.{{writing}}({{writeArguments}})
        {{/fields}}
            }
        }
        {{#parts}}

        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}nonisolated struct {{name}}: {{runtime}}MultipartPartCodable {
        {{#fields}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}var {{name}}: {{type}}
        {{/fields}}

            {{access}}init({{parameters}}) {
        {{#fields}}
                self.{{name}} = {{name}}
        {{/fields}}
            }

            {{access}}init(reading part: {{runtime}}MultipartPart) async throws({{runtime}}RequestFailure) {
        {{#fields}}
                {{name}} = {{reading}}{{#readArguments}}({{readArguments}}){{/readArguments}}{{#isNullable}} ?? nil{{/isNullable}}
        {{/fields}}
            }

            {{access}}func write(to form: inout {{runtime}}MultipartForm, as name: {{swift}}String) throws {
        {{#fields}}
                {{#canFailToWrite}}try {{/canFailToWrite}}form.{{writing}}({{writeArguments}})
        {{/fields}}
            }
        }
        {{/parts}}

        """##
    ),
    (
        "swift/imports.mustache",
        ##"""
        {{#modelsModule}}
        {{importAccess}}import {{modelsModule}}
        {{/modelsModule}}
        {{> swift/moduleImports}}

        """##
    ),
    (
        "swift/mediaTypes.mustache",
        ##"""

        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{^rest}}
        {{access}}nonisolated enum {{name}}: {{swift}}String, {{swift}}CaseIterable, {{swift}}Sendable {
        {{#cases}}
            case {{name}}{{^isNamedLikeValue}} = {{rawValue}}{{/isNamedLikeValue}}
        {{/cases}}
        }
        {{/rest}}
        {{#rest}}
        {{access}}nonisolated enum {{typeName}}: {{swift}}RawRepresentable, {{swift}}Hashable, {{swift}}Sendable {
        {{#cases}}
            case {{name}}
        {{/cases}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            case {{name}}({{swift}}String)

            {{access}}init(rawValue: {{swift}}String) {
                switch rawValue {
        {{#cases}}
                case {{rawValue}}: self = .{{name}}
        {{/cases}}
                default: self = .{{name}}(rawValue)
                }
            }

            {{access}}var rawValue: {{swift}}String {
                switch self {
        {{#cases}}
                case .{{name}}: {{rawValue}}
        {{/cases}}
                case .{{name}}(let mediaType): mediaType
                }
            }
        }
        {{/rest}}

        """##
    ),
    (
        "swift/models.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{#usesRuntime}}
        {{importAccess}}import APIRuntime
        {{/usesRuntime}}
        {{> swift/moduleImports}}
        {{#hasImports}}

        {{/hasImports}}
        {{#isFirst}}
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}nonisolated enum {{namespace}} {}
        {{#hasTypes}}

        {{/hasTypes}}
        {{/isFirst}}
        {{#hasTypes}}
        extension {{namespace}} {
        {{#types}}
        {{^-first}}

        {{/-first}}
        {{#structure}}
            {{> swift/structure}}
        {{/structure}}
        {{#enumeration}}
        {{#isOpen}}
            {{> swift/enumeration}}
        {{/isOpen}}
        {{^isOpen}}
            {{> swift/closedEnumeration}}
        {{/isOpen}}
        {{/enumeration}}
        {{#union}}
            {{> swift/union}}
        {{/union}}
        {{#tuple}}
            {{> swift/tuple}}
        {{/tuple}}
        {{#alias}}
            {{> swift/alias}}
        {{/alias}}
        {{#wrapper}}
            {{> swift/wrapper}}
        {{/wrapper}}
        {{/types}}
        }
        {{/hasTypes}}

        """##
    ),
    (
        "swift/moduleImports.mustache",
        ##"""
        {{#imports}}
        {{#isFoundation}}
        #if canImport(FoundationEssentials)
        {{#isPublic}}{{importAccess}}{{/isPublic}}import FoundationEssentials
        #else
        {{#isPublic}}{{importAccess}}{{/isPublic}}import Foundation
        #endif
        {{/isFoundation}}
        {{^isFoundation}}
        {{#isPublic}}{{importAccess}}{{/isPublic}}import {{name}}
        {{/isFoundation}}
        {{/imports}}

        """##
    ),
    (
        "swift/operations.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{#usesRuntime}}{{importAccess}}{{/usesRuntime}}import APIRuntime
        {{> swift/imports}}

        extension {{namespace}} {
        {{#schemes}}
            /// The security schemes of the API.
            {{access}}nonisolated static let securitySchemes: [{{runtime}}SecurityScheme] = [{{schemes}}]

        {{/schemes}}
        {{#retries}}
            /// How failed requests are sent again.
            {{access}}nonisolated static let retries = {{runtime}}RetryPolicy({{retries}})

        {{/retries}}
        {{#interfaces}}
        {{^-first}}

        {{/-first}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated enum {{operationsName}} {
        {{#operations}}
        {{^-first}}

        {{/-first}}
                /// {{call}}
                {{access}}static let {{name}} = {{runtime}}APIOperation({{arguments}})
        {{/operations}}
            }
        {{#operations}}
        {{#error}}

            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated indirect enum {{name}}: {{runtime}}OperationError {
        {{#failures}}
                {{#comment}}
                ///{{line}}
                {{/comment}}
                case {{name}}{{payload}}
        {{/failures}}
                /// The request failed, or the response is not documented.
                case failed({{runtime}}CallError)

                {{access}}var callError: {{runtime}}CallError {
                    switch self {
        {{#failures}}
                    case .{{name}}{{binding}}: {{runtime}}CallError(documented: response)
        {{/failures}}
                    case .failed(let error): error
                    }
                }
            }
        {{/error}}
        {{#errorAlias}}

            {{> swift/alias}}
        {{/errorAlias}}
        {{#success}}

            /// The successful responses of `{{call}}`.
            {{access}}nonisolated enum {{name}}: {{swift}}Sendable {
        {{#outcomes}}
                {{#comment}}
                ///{{line}}
                {{/comment}}
                case {{name}}{{payload}}
        {{/outcomes}}
            }
        {{/success}}
        {{#choices}}

            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated enum {{name}}: {{swift}}Sendable {
        {{#cases}}
                {{#comment}}
                ///{{line}}
                {{/comment}}
                case {{name}}({{type}})
        {{/cases}}
            }
        {{/choices}}
        {{#mediaTypes}}
            {{> swift/mediaTypes}}
        {{/mediaTypes}}
        {{#acceptAlias}}

            {{> swift/alias}}
        {{/acceptAlias}}
        {{#forms}}
            {{> swift/form}}
        {{/forms}}
        {{#structures}}

            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}nonisolated struct {{name}}: {{swift}}Sendable {
        {{#properties}}
                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{access}}var {{name}}: {{type}}
        {{/properties}}

                {{access}}init({{parameters}}) {
        {{#properties}}
                    self.{{name}} = {{name}}
        {{/properties}}
                }
            }
        {{/structures}}
        {{/operations}}
        {{/interfaces}}
        {{#hasServers}}

            /// The servers of the API.
            {{access}}nonisolated enum Servers {
        {{#servers}}
        {{^-first}}

        {{/-first}}
                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{access}}static {{#takesVariables}}func {{name}}({{parameters}}) -> {{swift}}String{{/takesVariables}}{{^takesVariables}}var {{name}}: {{swift}}String{{/takesVariables}} { {{value}} }
        {{#enumerations}}

                {{#comment}}
                ///{{line}}
                {{/comment}}
                {{access}}nonisolated enum {{name}}: {{swift}}String, {{swift}}CaseIterable, {{swift}}Sendable {
        {{#cases}}
                    case {{name}}{{^isNamedLikeValue}} = {{rawValue}}{{/isNamedLikeValue}}
        {{/cases}}
                }
        {{/enumerations}}
        {{/servers}}
            }
        {{/hasServers}}
        }

        """##
    ),
    (
        "swift/requirement.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        func {{name}}({{parameters}}) async throws{{#result}} -> {{result}}{{/result}}

        """##
    ),
    (
        "swift/schemas.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{importAccess}}import APIRuntime
        {{#modelsModule}}
        {{importAccess}}import {{modelsModule}}
        {{/modelsModule}}

        extension {{namespace}} {
            /// The constraints on values beyond their types, as JSON Schema with the line numbers of the OpenAPI document.
            {{access}}nonisolated static let schemas = {{runtime}}DocumentSchemas(
                {{delimiter}}"""
        {{#lines}}
                {{line}}
        {{/lines}}
                """{{delimiter}})
        }

        """##
    ),
    (
        "swift/server.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{importAccess}}import APIRuntime
        {{> swift/imports}}
        {{#interfaces}}

        extension {{namespace}} {
        {{#hasGroups}}
        {{#hasPrincipal}}
            /// Authenticates the callers of the API.
            {{access}}protocol {{serverName}}Security: {{swift}}Sendable {
                {{> swift/authentication}}
            }

        {{/hasPrincipal}}
        {{#groups}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}protocol {{name}}: {{inherited}} {
        {{#requirements}}
        {{^-first}}

        {{/-first}}
                {{> swift/requirement}}
        {{/requirements}}
            }

        {{/groups}}
        {{/hasGroups}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{access}}protocol {{serverName}}: {{inherited}} {
        {{^hasGroups}}
        {{#hasPrincipal}}
                {{> swift/authentication}}
        {{/hasPrincipal}}
        {{/hasGroups}}
        {{#requirements}}

                {{> swift/requirement}}
        {{/requirements}}
        {{#shapes}}
        {{^isFirst}}

        {{/isFirst}}
                /// Returns the error body for a request that the runtime rejects, such as an invalid one.
                /// - Throws: Any error, to send `application/problem+json` instead.
                func {{function}}(describing failure: {{runtime}}RequestFailure) async throws -> {{type}}
        {{/shapes}}
            }
        }

        extension {{namespace}}.{{serverName}} {
        {{#isForWebhooks}}
            /// Returns a router for the webhooks and callbacks.
            ///
            /// - Parameters:
            ///   - basePath: The path prefix; by default none.
            ///   - verifying: The signature that requests must have; by default none.
        {{/isForWebhooks}}
        {{^isForWebhooks}}
            /// Returns a router for all operations of the API.
            ///
            /// - Parameter basePath: The path prefix of all operations; by default that of the first server.
        {{/isForWebhooks}}
            {{access}}nonisolated func router(at basePath: {{swift}}String = {{path}}{{#isForWebhooks}}, verifying: {{runtime}}WebhookSignature? = nil{{/isForWebhooks}}) -> {{runtime}}Router {
                {{#hasOperations}}var{{/hasOperations}}{{^hasOperations}}let{{/hasOperations}} router = {{runtime}}Router({{#hasSecuritySchemes}}securitySchemes: {{namespace}}.securitySchemes{{/hasSecuritySchemes}}{{#function}}{{#hasSecuritySchemes}}, {{/hasSecuritySchemes}}failureResponse: { await {{function}}Response($0) }{{/function}})
        {{#hasPrincipal}}
                let principal: {{runtime}}Router.Authentication<Principal> = { try await authenticate($0, $1) }
        {{/hasPrincipal}}
        {{#operations}}
                router.add({{namespace}}.{{operationsName}}.{{name}}{{#authentication}}, {{authentication}}: principal{{/authentication}}{{#function}}, failureResponse: { await {{function}}Response($0) }{{/function}}) { {{request}}{{#authentication}}, principal{{/authentication}} in
        {{#inputs}}
                    let {{local}} = try request.{{location}}({{arguments}}){{defaultValue}}
        {{/inputs}}
        {{#body}}
                    let {{local}} = {{value}}
        {{#mediaType}}
                    let mediaType = {{mediaType}}
        {{/mediaType}}
        {{/body}}
        {{#hasSeveralSuccesses}}
                    switch try await {{call}}({{arguments}}) {
        {{#successes}}
                    case .{{name}}{{binding}}: return {{value}}
        {{/successes}}
                    }
        {{/hasSeveralSuccesses}}
        {{^hasSeveralSuccesses}}
                    {{#local}}let {{local}} = {{/local}}try await {{call}}({{arguments}})
        {{#answer}}
                    return {{value}}
        {{/answer}}
        {{^answer}}
                    return .empty(200)
        {{/answer}}
        {{/hasSeveralSuccesses}}
                }
        {{/operations}}
                return router.{{#isForWebhooks}}verifying(verifying).{{/isForWebhooks}}mounted(at: basePath)
            }
        {{#hasPrincipal}}

            private nonisolated func authenticate(
                _ scheme: {{swift}}String, _ credential: {{runtime}}PresentedCredential
            ) async throws -> Principal? {
                switch scheme {
        {{#schemes}}
                case {{key}}: try await {{function}}(credential.{{property}})
        {{/schemes}}
                default: nil
                }
            }
        {{/hasPrincipal}}
        {{#shapes}}

            private nonisolated func {{name}}Response(_ failure: {{runtime}}RequestFailure) async -> {{runtime}}ServerResponse {
                do {
                    return .json(failure.status, try await {{function}}(describing: failure))
                } catch {
                    return failure.response
                }
            }
        {{/shapes}}
        }
        {{#operations}}
        {{#error}}

        extension {{namespace}}.{{name}}: {{runtime}}ErrorResponse {
            {{access}}nonisolated var serverResponse: {{runtime}}ServerResponse {
                switch self {
        {{#failures}}
                case .{{name}}{{binding}}: {{value}}
        {{/failures}}
                case .failed(let error): {{runtime}}ServerResponse(describing: error)
                }
            }
        }
        {{/error}}
        {{/operations}}
        {{#requestChoices}}

        extension {{name}} {
            fileprivate nonisolated init(_ request: {{runtime}}ServerRequest) async throws({{runtime}}RequestFailure) {
                switch try request.mediaType() {
        {{#cases}}
                {{#mediaTypes}}case {{mediaTypes}}{{/mediaTypes}}{{^mediaTypes}}default{{/mediaTypes}}: self = .{{name}}({{value}})
        {{/cases}}
                }
            }
        }
        {{/requestChoices}}
        {{#structures}}

        extension {{name}} {
            fileprivate nonisolated func response({{parameters}}) -> {{runtime}}ServerResponse {
                var response: {{runtime}}ServerResponse = {{value}}
        {{#headers}}
                response.header({{arguments}})
        {{/headers}}
                return response
            }
        }
        {{/structures}}
        {{#responseChoices}}

        extension {{name}} {
            fileprivate nonisolated func response(_ status: {{swift}}Int) -> {{runtime}}ServerResponse {
                switch self {
        {{#cases}}
                case .{{name}}(let body): {{value}}
        {{/cases}}
                }
            }
        }
        {{/responseChoices}}
        {{/interfaces}}

        """##
    ),
    (
        "swift/storedProperty.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{#isIndirect}}
        {{access}}var {{name}}: {{type}} {
            get { {{storage}}.wrappedValue }
            set { {{storage}}.wrappedValue = newValue }
        }
        private var {{storage}}: {{runtime}}{{box}}<{{boxed}}>
        {{/isIndirect}}
        {{^isIndirect}}
        {{access}}var {{name}}: {{type}}
        {{/isIndirect}}

        """##
    ),
    (
        "swift/structHeader.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}nonisolated struct {{name}}: {{runtime}}JSONCodable,{{#isHashable}} {{swift}}Hashable,{{/isHashable}} {{swift}}Sendable{{protocols}} {

        """##
    ),
    (
        "swift/structure.mustache",
        ##"""
        {{> swift/structHeader}}
        {{#properties}}
            {{> swift/storedProperty}}
        {{/properties}}
        {{#additionalProperties}}
            /// {{comment}}
            {{access}}var {{name}}: [{{swift}}String: {{type}}]
        {{/additionalProperties}}

            {{access}}init({{parameters}}) {
        {{#properties}}
                {{> swift/assignment}}
        {{/properties}}
        {{#additionalProperties}}
                self.{{name}} = {{name}}
        {{/additionalProperties}}
            }

        {{#keys}}
        {{#text}}
            private static let keys = {{runtime}}JSONKeys({{text}})
        {{/text}}
        {{^text}}
            private static let keys = {{runtime}}JSONKeys(
                """
        {{#lines}}
                {{line}}
        {{/lines}}
                """
            )
        {{/text}}
        {{/keys}}

            {{access}}init(reading json: inout {{runtime}}JSONReader) throws({{runtime}}JSONError) {
        {{#properties}}
        {{^isSetInPlace}}
                var {{local}}: {{localType}}
        {{/isSetInPlace}}
        {{/properties}}
        {{#additionalProperties}}
                var {{local}}: [{{swift}}String: {{type}}] = [:]
        {{/additionalProperties}}
                var object = try json.beginObject(Self.keys)
                while let key = json.nextKey(in: &object) {
                    switch key {
        {{#properties}}
                    case {{-index}}: json.read({{readingLabel}}&{{target}})
        {{/properties}}
        {{#additionalProperties}}
                    default: {{local}}[json.unknownKey(in: object)] = json.{{reading}}
        {{/additionalProperties}}
        {{^additionalProperties}}
                    default: json.skip()
        {{/additionalProperties}}
                    }
                }
                guard {{conditions}} else { throw json.failure(in: object) }
        {{#laterRequirements}}
                guard let {{local}} else { throw json.missingKey({{key}}, in: object) }
        {{/laterRequirements}}
        {{#properties}}
        {{^isSetInPlace}}
        {{#isIndirect}}
                {{storage}} = {{runtime}}{{box}}(wrappedValue: {{value}})
        {{/isIndirect}}
        {{^isIndirect}}
                self.{{member}} = {{value}}
        {{/isIndirect}}
        {{/isSetInPlace}}
        {{/properties}}
        {{#additionalProperties}}
                self.{{name}} = {{local}}
        {{/additionalProperties}}
            }

            {{access}}func write(to json: inout {{runtime}}JSONWriter) {
        {{#tagged}}
                write(to: &json, {{arguments}})
            }

            /// Writes the value as an alternative of a union, whose discriminator decides the arguments.
            func write(to json: inout {{runtime}}JSONWriter, {{parameters}}) {
        {{/tagged}}
                json.beginObject()
        {{#tags}}
                json.member({{key}}, ifPresent: {{local}})
        {{/tags}}
        {{#properties}}
                json.member({{key}}, {{#isOptional}}ifPresent: {{/isOptional}}{{property}})
        {{/properties}}
        {{#additionalProperties}}
                json.members({{property}})
        {{/additionalProperties}}
                json.endObject()
            }
        }

        """##
    ),
    (
        "swift/tuple.mustache",
        ##"""
        {{> swift/structHeader}}
        {{#elements}}
            {{> swift/storedProperty}}
        {{/elements}}
        {{#rest}}
            /// The remaining elements.
            {{access}}var {{name}}: [{{type}}]
        {{/rest}}

            {{access}}init({{parameters}}) {
        {{#elements}}
                {{> swift/assignment}}
        {{/elements}}
        {{#rest}}
                self.{{name}} = {{name}}
        {{/rest}}
            }

            {{access}}init(reading json: inout {{runtime}}JSONReader) throws({{runtime}}JSONError) {
                var array = try json.beginArray()
        {{#elements}}
        {{#isOptional}}
                if try json.nextElement(in: &array) {
        {{#isIndirect}}
                    {{storage}} = {{runtime}}{{box}}(wrappedValue: try {{type}}(reading: &json))
        {{/isIndirect}}
        {{^isIndirect}}
                    self.{{member}} = try {{type}}(reading: &json)
        {{/isIndirect}}
                } else {
        {{#isIndirect}}
                    {{storage}} = {{runtime}}{{box}}(wrappedValue: nil)
        {{/isIndirect}}
        {{^isIndirect}}
                    self.{{member}} = nil
        {{/isIndirect}}
                }
        {{/isOptional}}
        {{^isOptional}}
                guard try json.nextElement(in: &array) else { throw json.missingElement(in: array) }
        {{#isIndirect}}
                {{storage}} = {{runtime}}{{box}}(wrappedValue: try {{type}}(reading: &json))
        {{/isIndirect}}
        {{^isIndirect}}
                self.{{member}} = try {{type}}(reading: &json)
        {{/isIndirect}}
        {{/isOptional}}
        {{/elements}}
        {{#rest}}
                var {{name}}: [{{type}}] = []
                while try json.nextElement(in: &array) {
                    {{name}}.append(try {{type}}(reading: &json))
                }
                self.{{name}} = {{name}}
        {{/rest}}
        {{^rest}}
                while try json.nextElement(in: &array) {
                    try json.skipValue()
                }
        {{/rest}}
            }

            {{access}}func write(to json: inout {{runtime}}JSONWriter) {
                json.beginArray()
        {{#elements}}
        {{#isOptional}}
                if let {{name}} {
                    {{name}}.write(to: &json)
                }
        {{/isOptional}}
        {{^isOptional}}
                {{name}}.write(to: &json)
        {{/isOptional}}
        {{/elements}}
        {{#rest}}
                for element in {{name}} {
                    element.write(to: &json)
                }
        {{/rest}}
                json.endArray()
            }
        }

        """##
    ),
    (
        "swift/union.mustache",
        ##"""
        {{#comment}}
        ///{{line}}
        {{/comment}}
        {{access}}nonisolated enum {{name}}: {{runtime}}JSONCodable,{{#isHashable}} {{swift}}Hashable,{{/isHashable}} {{swift}}Sendable{{protocols}} {
        {{#alternatives}}
            {{#comment}}
            ///{{line}}
            {{/comment}}
            {{#isIndirect}}indirect {{/isIndirect}}case {{name}}({{type}})
        {{/alternatives}}
            /// A value that matches no listed alternative.
            case {{unknownCase}}({{runtime}}JSONValue)

            {{access}}init(reading json: inout {{runtime}}JSONReader) throws({{runtime}}JSONError) {
        {{#discriminator}}
                switch try json.{{function}}({{key}}) {
        {{#choices}}
                case {{values}}: self = .{{member}}(try {{type}}(reading: &json))
        {{/choices}}
                default: self = {{fallback}}
                }
        {{/discriminator}}
        {{^discriminator}}
        {{#testsKinds}}
                let kind = try json.peekKind(among: [{{kinds}}])
        {{/testsKinds}}
        {{#alternatives}}
        {{#isOnlyOfItsKind}}
                if {{kinds}} {
                    self = .{{member}}(try {{type}}(reading: &json))
                    return
                }
        {{/isOnlyOfItsKind}}
        {{/alternatives}}
        {{#isChoice}}
                var choice = json.beginChoice(of: Self.self)
                var best: Self?
                repeat {
        {{#alternatives}}
        {{^isOnlyOfItsKind}}
                    if {{#kinds}}{{kinds}}, {{/kinds}}let value = json.attempt({{type}}.self, in: &choice) { best = .{{member}}(value) }
        {{/isOnlyOfItsKind}}
        {{/alternatives}}
                } while json.readsAgain(&choice)
                if let best {
                    self = best
                } else {
                    self = .{{unknownCase}}(try json.unknownAlternative())
                }
        {{/isChoice}}
        {{^isChoice}}
                self = .{{unknownCase}}(try json.unknownAlternative())
        {{/isChoice}}
        {{/discriminator}}
            }

            {{access}}func write(to json: inout {{runtime}}JSONWriter) {
                switch self {
        {{#alternatives}}
                case .{{member}}(let value): {{written}}.write({{arguments}})
        {{/alternatives}}
                case .{{unknownCase}}(let value): value.write(to: &json)
                }
            }
        {{#tagged}}

            /// Writes the value as an alternative of another union, whose discriminator decides the arguments.
            func write(to json: inout {{runtime}}JSONWriter, {{parameters}}) {
                switch self {
        {{#alternatives}}
                case .{{member}}(let value): {{written}}.write({{arguments}})
        {{/alternatives}}
                case .{{unknownCase}}(let value): value.write(to: &json)
                }
            }
        {{/tagged}}
        }

        """##
    ),
    (
        "swift/wrapper.mustache",
        #"""
        {{> swift/structHeader}}
            {{access}}var value: {{type}}

            {{access}}init(_ value: {{type}}) {
                self.value = value
            }

            {{access}}init(reading json: inout {{runtime}}JSONReader) throws({{runtime}}JSONError) {
                value = try {{type}}(reading: &json)
            }

            {{access}}func write(to json: inout {{runtime}}JSONWriter) {
                value.write(to: &json)
            }
        }

        """#
    ),
    (
        "swift/xml.mustache",
        ##"""
        // Generated by apigen from {{document}}. Do not edit.

        {{importAccess}}import APIRuntime
        {{#modelsModule}}
        {{importAccess}}import {{modelsModule}}
        {{/modelsModule}}

        extension {{namespace}} {
            /// The XML representation of values.
            {{access}}nonisolated enum XMLShapes {
        {{#shapes}}
                {{access}}static let {{name}}: {{runtime}}XMLShape = {{value}}
        {{/shapes}}
            }
        }

        """##
    ),
]
