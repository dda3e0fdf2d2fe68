// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/tour/Desktop.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QRect>
#include <QStringList>

#include <functional>

namespace vitrine::tour {

/// The real client in a process of its own, looked at through its automation socket and driven by the desktop's pointer
/// and keyboard. Waits are for states, with a deadline that only a fault reaches.
class Client
{
public:
    /// What a shopper saves goes below `home`, which need not be there.
    Client(Desktop &desktop, QString program, QString home)
        : m_desktop(desktop)
        , m_program(std::move(program))
        , m_home(std::move(home))
    {
    }
    ~Client();

    /// Starts the program and waits until its window answers.
    [[nodiscard]] core::Status start(const QStringList &arguments);
    /// Asks the window to close as a person would end a program (SIGTERM), and waits for the process.
    [[nodiscard]] core::Status stop();

    [[nodiscard]] core::Status waitUntil(const std::string &what, const std::function<bool()> &condition);
    /// Waits until the item is shown, and stands still.
    [[nodiscard]] core::Result<QRect> waitFor(const QString &item);
    [[nodiscard]] core::Status waitGone(const QString &item);
    /// Waits until the item's property, as text, is (or contains) `expected`.
    [[nodiscard]] core::Status waitValue(const QString &item, const char *property, const QString &expected);
    [[nodiscard]] core::Status waitContains(const QString &item, const char *property, const QString &part);
    /// Waits until it is another than `before`.
    [[nodiscard]] core::Status waitChange(const QString &item, const char *property, const QString &before);
    /// Waits until it is shown, moving or not.
    [[nodiscard]] core::Status waitSeen(const QString &item);
    /// Waits for a frame that shows what is so now, while something moves.
    [[nodiscard]] core::Status waitFrame();
    /// Waits until the window has shown no new frame for a while: what moves or fades has come to its end.
    [[nodiscard]] core::Status waitStill();
    /// The property now, as text; empty where the item is not shown.
    [[nodiscard]] QString value(const QString &item, const char *property);
    [[nodiscard]] double number(const QString &item, const char *property) { return value(item, property).toDouble(); }
    [[nodiscard]] bool isShown(const QString &item);
    [[nodiscard]] QStringList items(const QString &prefix);

    /// Waits for the item and clicks its middle.
    [[nodiscard]] core::Status click(const QString &item);
    /// Clicks a text field, replaces what it holds.
    [[nodiscard]] core::Status fill(const QString &item, const QString &text);

    [[nodiscard]] Desktop &desktop() { return m_desktop; }

private:
    [[nodiscard]] QJsonObject ask(const QJsonObject &request);
    /// That the window has shown.
    [[nodiscard]] double frames() { return ask({{"frames", true}})["count"].toDouble(); }

    Desktop &m_desktop;
    QString m_program;
    QString m_home;
    QProcess m_process;
    QLocalSocket m_socket;
};

} // namespace vitrine::tour
