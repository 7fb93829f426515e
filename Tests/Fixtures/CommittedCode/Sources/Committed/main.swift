import APIRuntimeTesting

let clock = Clock.Client(
    serverURL: "https://clock.example", transport: MockTransport(status: 200, json: #"{"hours": 9, "minutes": 5}"#))
let time = try await clock.time()
let timer = Timer.Client(serverURL: "https://timer.example", transport: MockTransport(status: 200, json: #"{"seconds": 7}"#))
print(time.hours, time.minutes, try await timer.timer().seconds)
