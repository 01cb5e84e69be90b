// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_app.h"

#include "app/composition/store_factory.h"
#include "app/desktop/options.h"
#include "ui/common/program_style.h"
#include "ui/settings/language.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QIcon>
#include <QPixmap>
#include <QTimer>
#include <cstdio>

namespace goldpan::desktop {
namespace {

void print(std::FILE* to, const QString& text) {
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
}

void takeScreenshot(ui::MainWindow& window, const QString& file) {
    QObject::connect(&window, &ui::MainWindow::openFailed, &window, [](const QString& text) {
        print(stderr, QStringLiteral("goldpan: %1\n").arg(text));
        QCoreApplication::exit(1);
    });
    // One turn of the event loop later everything that has arrived is painted.
    QObject::connect(&window, &ui::MainWindow::settled, &window, [&window, file] {
        QTimer::singleShot(0, &window, [&window, file] {
            const bool saved = window.grab().save(file, "PNG");
            if (!saved) {
                print(stderr, QStringLiteral("goldpan: %1 cannot be written.\n").arg(file));
            }
            QCoreApplication::exit(saved ? 0 : 1);
        });
    });
}

} // namespace

std::optional<int> answerInText(const Options& options) {
    if (!options.problem.isEmpty()) {
        print(stderr, QStringLiteral("goldpan: %1\nSee goldpan --help.\n").arg(options.problem));
        return 2;
    }
    if (!options.text.isEmpty()) {
        print(stdout, options.text);
        return 0;
    }
    return std::nullopt;
}

int run(QApplication& app) {
    QCoreApplication::setOrganizationName(QStringLiteral("goldpan"));
    QCoreApplication::setApplicationName(QStringLiteral("goldpan"));
    const QString desktopId = QStringLiteral("org.goldpan.Goldpan");
    QGuiApplication::setDesktopFileName(desktopId);
    QGuiApplication::setWindowIcon(
        QIcon::fromTheme(desktopId, QIcon(QStringLiteral(":/desktop/%1.svg").arg(desktopId))));
    const Options options = readOptions(app.arguments());
    if (const auto exit = answerInText(options)) {
        return *exit;
    }
    QApplication::setStyle(new ui::ProgramStyle);
    const ui::Language language(ui::loadPreferences().language);
    const redact::Redactor redactor;
    const SystemClock clock;
    const ui::Backend backend{composition::openStoreTelling,      composition::createStore, redactor, clock,
                              options.operatorName.toStdString(), options.operatorNamed};
    ui::MainWindow window(backend);
    if (const QString problem = window.registryProblem(); !problem.isEmpty()) {
        print(stderr, QStringLiteral("goldpan: %1\n").arg(problem));
        return 1;
    }
    if (!options.screenshot.isEmpty()) {
        // A picture needs no screen to fit on: offscreen ones are small.
        window.resize(window.fontMetrics().averageCharWidth() * 230, window.fontMetrics().height() * 56);
        takeScreenshot(window, options.screenshot);
    }
    window.show();
    if (!options.path.isEmpty()) {
        window.openPath(options.path, options.filter);
    }
    return QApplication::exec();
}

} // namespace goldpan::desktop
