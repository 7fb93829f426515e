import APIRuntimeTesting

let clock = Clock.Client(
    serverURL: "https://clock.example", transport: MockTransport(status: 200, json: #"{"hours": 9, "minutes": 5}"#))
let time = try await clock.time()
print(time.hours, time.minutes)
